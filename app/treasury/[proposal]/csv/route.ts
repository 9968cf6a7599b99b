import { votesCsv } from '@/components/governance/votes-csv'
import { loadProposal } from '@/lib/data/proposal'
import { parseProposalId } from '@/lib/format/proposal-id'
import { csvAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** Every vote on a proposal as a file, from the same loader as the page. */
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
  if (loaded.value.votes === null)
    return unavailableAnswer({ reason: 'The index did not answer.', next: 'Try again in a moment.' })
  const votes = loaded.value.votes.map((vote) => ({ ...vote, side: vote.support }))
  return csvAnswer(
    votesCsv(votes),
    `livepeer-proposal-${shortName(loaded.value.id)}-block-${loaded.asOf.block}`,
  )
}

function shortName(id: string): string {
  return id.slice(0, 12)
}
