import { executeSubgraph } from './execute'
import type { Store } from './store'

/** A request as any HTTP server has it. */
export interface SubgraphRequest {
  readonly method: string
  /** The body's text. */
  readonly body: string
}

/** Status, headers and JSON text to send. */
export interface SubgraphResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const headers = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-allow-methods': 'POST, OPTIONS',
}

function answer(status: number, json: unknown): SubgraphResponse {
  return { status, headers, body: JSON.stringify(json) }
}

/** One exchange with the endpoint, as a gateway does it: POST only, CORS open (subgraph.md 5.5). */
export async function handleSubgraphRequest(
  store: Store,
  request: SubgraphRequest,
): Promise<SubgraphResponse> {
  if (request.method === 'OPTIONS') return { status: 204, headers, body: '' }
  if (request.method !== 'POST') return answer(405, { error: 'Only POST is allowed' })
  let body: unknown
  try {
    body = JSON.parse(request.body)
  } catch {
    return answer(400, { error: 'The request body is not JSON' })
  }
  const { status, json } = await executeSubgraph(store, body)
  return answer(status, json)
}
