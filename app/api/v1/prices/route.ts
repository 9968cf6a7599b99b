import { jsonAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { settings } from '@/lib/network/settings'
import { loadPrices } from '@/lib/prices/prices'

export const dynamic = 'force-dynamic'

/** What LPT and ETH cost, as the copy's source of prices says; 503 with the reason when it says nothing. */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const served = await loadPrices()
  const { network } = settings()
  const body = { network: network.name, chainId: network.chainId, ...served }
  return jsonAnswer(request, body, 'value' in served ? 200 : 503)
}
