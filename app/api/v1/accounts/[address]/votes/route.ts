import { isAddress } from 'viem'
import { loadAccountVotes } from '@/lib/data/account-votes'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** Every vote of one account in polls and on proposals. */
export async function GET(
  request: Request,
  context: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { address } = await context.params
  if (!isAddress(address, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadAccountVotes(address))
}
