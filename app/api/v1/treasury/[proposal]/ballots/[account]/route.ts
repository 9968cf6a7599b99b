import { isAddress } from 'viem'
import { loadTreasuryBallot } from '@/lib/data/treasury-ballot'
import { viewAnswer } from '@/lib/data/wire'
import { parseProposalId } from '@/lib/format/proposal-id'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** One account's voting power and vote on a treasury proposal. */
export async function GET(
  request: Request,
  context: { params: Promise<{ proposal: string; account: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { proposal, account } = await context.params
  const id = parseProposalId(proposal)
  if (id === null) return refuse({ status: 400, message: 'Not a proposal id.' })
  if (!isAddress(account, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadTreasuryBallot(id, account))
}
