import { isAddress } from 'viem'
import { loadProposer } from '@/lib/data/proposing'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** One account's power to propose. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { account } = await params
  if (!isAddress(account, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadProposer(account))
}
