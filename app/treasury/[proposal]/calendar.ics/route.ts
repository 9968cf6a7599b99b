import { calendarAnswer, proposalMoments } from '@/components/governance/vote-calendar'
import { loadProposal } from '@/lib/data/proposal'
import { parseProposalId } from '@/lib/format/proposal-id'
import { unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

/** When voting on a proposal opens and closes, as a calendar file, from the same loader as the page. */
export async function GET(
  request: Request,
  context: { params: Promise<{ proposal: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const id = parseProposalId((await context.params).proposal)
  const loaded = id === null ? null : await loadProposal(id)
  if (!loaded) return refuse({ status: 404, message: 'There is no such proposal.' })
  if (!('value' in loaded)) return unavailableAnswer(loaded)
  if (loaded.value === null) return refuse({ status: 404, message: 'There is no such proposal.' })
  const moments = proposalMoments(loaded.value, settings().siteUrl)
  if (moments.length === 0) return refuse({ status: 404, message: 'Voting on this proposal is over.' })
  return calendarAnswer(moments, loaded.asOf, `livepeer-proposal-${loaded.value.id.slice(0, 12)}`)
}
