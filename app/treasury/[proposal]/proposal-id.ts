import { notFound } from 'next/navigation'
import { parseProposalId } from '@/lib/format/proposal-id'

/** The proposal a URL names; what is no id answers 404. */
export async function proposalId(params: Promise<{ proposal: string }>): Promise<string> {
  const id = parseProposalId((await params).proposal)
  return id ?? notFound()
}
