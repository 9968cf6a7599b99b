import { isAddress } from 'viem'
import { calendarAnswer, pollMoments } from '@/components/governance/vote-calendar'
import { loadPoll } from '@/lib/data/polls'
import { unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

/** When an open poll closes, as a calendar file, from the same loader as the page. */
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
  const moments = pollMoments(loaded.value, settings().siteUrl)
  if (moments.length === 0) return refuse({ status: 404, message: 'This poll is closed.' })
  return calendarAnswer(moments, loaded.asOf, `livepeer-poll-${poll.toLowerCase()}`)
}
