import { isAddress } from 'viem'
import { sideOfChoice } from '@/components/governance/sides'
import { votesCsv } from '@/components/governance/votes-csv'
import { loadPoll } from '@/lib/data/polls'
import { csvAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** Every vote in a poll as a file, from the same loader as the page. */
export async function GET(
  request: Request,
  context: { params: Promise<{ poll: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { poll } = await context.params
  if (!isAddress(poll, { strict: false })) return refuse({ status: 404, message: 'There is no such poll.' })
  const loaded = await loadPoll(poll)
  if (!('value' in loaded)) return unavailableAnswer(loaded)
  if (loaded.value === null) return refuse({ status: 404, message: 'There is no such poll.' })
  const votes = loaded.value.votes.map((vote) => ({ ...vote, side: sideOfChoice[vote.choice] }))
  return csvAnswer(votesCsv(votes), `livepeer-poll-${poll.toLowerCase()}-block-${loaded.asOf.block}`)
}
