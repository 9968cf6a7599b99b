import { readBody } from '@/devnet/chain/read-body'
import { handleSubgraphRequest, type SubgraphResponse } from '@/devnet/graphql/http'
import type { Store } from '@/devnet/graphql/store'
import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import { answerWithFault, type SubgraphFault } from '@/devnet/services/fault-switch'
import { corrupted } from '@/devnet/services/fault-switch-corrupt'

const BODY_LIMIT_BYTES = 1024 * 1024

async function answerOf(
  store: Store,
  request: { method: string; body: string },
  fault: SubgraphFault,
): Promise<SubgraphResponse> {
  const answer = await handleSubgraphRequest(store, request)
  if (answer.status !== 200) return answer
  if (fault.fault === 'graphql-error') {
    return { ...answer, body: JSON.stringify({ errors: [{ message: fault.message }] }) }
  }
  if (fault.fault === 'corrupt') {
    return { ...answer, body: JSON.stringify(corrupted(JSON.parse(answer.body), fault.fields)) }
  }
  return answer
}

/** `POST /subgraph`: an index in The Graph's dialect, through the fault in force. */
export async function serveSubgraph(exchange: Exchange, store: Store, fault: SubgraphFault): Promise<void> {
  const { request, response } = exchange
  if (await answerWithFault(exchange, fault)) return
  const body = await readBody(request, BODY_LIMIT_BYTES)
  if (body === undefined) {
    return sendJson(response, 413, { error: `A query is at most ${BODY_LIMIT_BYTES} bytes` }, OPEN_TO_PAGES)
  }
  const answer = await answerOf(store, { method: request.method ?? '', body }, fault)
  response.writeHead(answer.status, { ...answer.headers, 'cache-control': 'no-store' })
  response.end(answer.body)
}
