import { isAddress } from 'viem'
import { loadVotesWaiting } from '@/lib/data/votes-waiting'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** How many open polls and proposals one account has not voted on. */
export async function GET(
  request: Request,
  context: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { address } = await context.params
  if (!isAddress(address, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadVotesWaiting(address))
}
