import { loadOrchestratingAccount } from '@/lib/data/orchestrating-account'
import { viewAnswer } from '@/lib/data/wire'
import { parseAddress } from '@/lib/format/address-checksum'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** One orchestrator with its reward calls. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const parsed = parseAddress((await params).address)
  if (!parsed.ok) return refuse({ status: 400, message: 'Not an address.' })
  return viewAnswer(request, await loadOrchestratingAccount(parsed.address))
}
