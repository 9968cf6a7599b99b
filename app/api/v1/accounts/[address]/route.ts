import { isAddress } from 'viem'
import { loadDelegatingAccount } from '@/lib/data/delegating-account'
import { loadGatewayFunds } from '@/lib/data/gateway-funds'
import { loadOperating } from '@/lib/data/operating'
import { loadOrchestratingAccount } from '@/lib/data/orchestrating-account'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

const loaders = {
  delegating: loadDelegatingAccount,
  orchestrating: loadOrchestratingAccount,
  operating: loadOperating,
  gateway: loadGatewayFunds,
} as const

function isView(name: string): name is keyof typeof loaders {
  return Object.hasOwn(loaders, name)
}

/**
 * One account's figures: `?view=delegating` (the default), `orchestrating`, or what its own workbenches need: `operating` as an
 * orchestrator, `gateway` for its funds.
 */
export async function GET(
  request: Request,
  context: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { address } = await context.params
  if (!isAddress(address, { strict: false })) return refuse({ status: 400, message: 'Not an address.' })
  const view = new URL(request.url).searchParams.get('view') ?? 'delegating'
  if (!isView(view))
    return refuse({ status: 400, message: 'The view is delegating, orchestrating, operating or gateway.' })
  return viewAnswer(request, await loaders[view](address))
}
