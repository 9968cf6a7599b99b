import { latePreview, noPreview, previewAnswer } from '@/components/preview/preview-answer'
import { proposalCard } from '@/components/preview/preview-card'
import { loadProposal } from '@/lib/data/proposal'
import { parseProposalId } from '@/lib/format/proposal-id'

export const dynamic = 'force-dynamic'

/** The picture of links to a treasury proposal. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ proposal: string }> },
): Promise<Response> {
  const id = parseProposalId((await params).proposal)
  if (id === null) return noPreview()
  const proposal = await loadProposal(id)
  if (!('value' in proposal)) return latePreview(proposal)
  return proposal.value
    ? previewAnswer(request, proposalCard(proposal.value, proposal.asOf.timestamp))
    : noPreview()
}
