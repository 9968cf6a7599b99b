import { isAddress } from 'viem'
import { loadPollBallot } from '@/lib/data/poll-ballot'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** One account's weight and vote in a LIP poll. */
export async function GET(
  request: Request,
  context: { params: Promise<{ poll: string; account: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { poll, account } = await context.params
  if (!isAddress(poll, { strict: false }) || !isAddress(account, { strict: false }))
    return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadPollBallot(poll, account))
}
