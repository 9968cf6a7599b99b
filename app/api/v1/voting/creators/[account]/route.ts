import { isAddress } from 'viem'
import { loadPollCreator } from '@/lib/data/poll-creation'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** Whether one account may create LIP polls. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { account } = await params
  if (!isAddress(account, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadPollCreator(account))
}
