import { loadHead } from '@/lib/data/load-head'
import { jsonAnswer, viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

/** Newest block of the chain and of the index: islands watch it to know when figures may have changed. */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const loaded = await loadHead()
  if (!('value' in loaded)) return viewAnswer(request, loaded)
  const { network } = settings()
  return jsonAnswer(request, {
    network: network.name,
    chainId: network.chainId,
    state: loaded.state,
    ...loaded.value,
  })
}
