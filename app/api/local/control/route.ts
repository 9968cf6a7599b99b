import { limited } from '@/lib/network/guard/limits'
import { readJson } from '@/lib/network/guard/read-json'
import { refuse } from '@/lib/network/guard/refusal'
import { controlCommand, fromOwnPage, localActionSchema } from '@/lib/network/local-control'
import { describe } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

const bodyLimitBytes = 1024
const noStore = { 'cache-control': 'no-store' }

/** Rounds and faucet of the local network, for its panel; there is no such route on any other network. */
export async function POST(request: Request): Promise<Response> {
  const { servicesUrl } = settings()
  if (!servicesUrl) return refuse({ status: 404, message: 'There is no such route.' })
  if (!fromOwnPage(request.headers))
    return refuse({ status: 403, message: 'Only this site’s own page on this machine may do that.' })
  const wait = limited(request, 'api')
  if (wait) return wait
  const read = await readJson(request, bodyLimitBytes)
  if (!read.ok) return refuse(read.refusal)
  const action = localActionSchema.safeParse(read.body)
  if (!action.success) return refuse({ status: 400, message: 'Not an action of the local network.' })
  const { command, body } = controlCommand(action.data)
  return forward(`${servicesUrl}/control/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** State of the local network: block, round, keeper, indexer. */
export async function GET(request: Request): Promise<Response> {
  const { servicesUrl } = settings()
  if (!servicesUrl) return refuse({ status: 404, message: 'There is no such route.' })
  return limited(request, 'api') ?? forward(`${servicesUrl}/control/status`, { method: 'GET' })
}

async function forward(url: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(60_000) })
    const body = (await answer.json()) as { error?: unknown }
    if (answer.ok) return Response.json(body, { headers: noStore })
    return Response.json(
      { error: { message: String(body.error ?? `HTTP ${answer.status}`) } },
      { status: answer.status === 400 ? 400 : 502, headers: noStore },
    )
  } catch (error) {
    return Response.json(
      { error: { message: `The local network’s services do not answer: ${describe(error)}.` } },
      { status: 502, headers: noStore },
    )
  }
}
