import { isAddress } from 'viem'
import { loadClaim } from '@/lib/data/claim'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** What an account can still claim of the stake it had on Ethereum, with the proof for the claim. */
export async function GET(
  request: Request,
  context: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { address } = await context.params
  if (!isAddress(address, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadClaim(address))
}
