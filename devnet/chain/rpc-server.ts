import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Listening, listen } from '@/devnet/chain/listen'
import { readBody } from '@/devnet/chain/read-body'
import { toRpcError } from '@/devnet/chain/rpc-error'
import type { Chain } from '@/devnet/types'

const BODY_LIMIT_BYTES = 8 * 1024 * 1024
const BATCH_LIMIT = 2_000

/** How a test makes the RPC fail: `error` answers HTTP 503, `drop` closes the connection without an answer. */
export type RpcFault = 'none' | 'error' | 'drop'

export interface RpcServer extends Pick<Listening, 'url' | 'port' | 'close'> {
  setFault(fault: RpcFault): void
  fault(): RpcFault
}

type JsonRpcId = string | number | null

interface JsonRpcAnswer {
  jsonrpc: '2.0'
  id: JsonRpcId
  result?: unknown
  error?: { code: number; message: string; data?: unknown }
}

function refusal(id: JsonRpcId, code: number, message: string, data?: unknown): JsonRpcAnswer {
  return { jsonrpc: '2.0', id, error: data === undefined ? { code, message } : { code, message, data } }
}

/** Answers one call; `undefined` for a notification (a call without id). */
async function answerCall(chain: Chain, call: unknown): Promise<JsonRpcAnswer | undefined> {
  if (typeof call !== 'object' || call === null || Array.isArray(call)) {
    return refusal(null, -32600, 'Invalid request')
  }
  const { id, method, params } = call as { id?: unknown; method?: unknown; params?: unknown }
  const known = typeof id === 'string' || typeof id === 'number' ? id : null
  if (typeof method !== 'string') return refusal(known, -32600, 'Invalid request: method must be a string')
  if (params !== undefined && !Array.isArray(params)) return refusal(known, -32602, 'params must be an array')
  try {
    const result = await chain.request({ method, params: params as unknown[] | undefined })
    return id === undefined ? undefined : { jsonrpc: '2.0', id: known, result: result ?? null }
  } catch (thrown) {
    const error = toRpcError(thrown)
    return id === undefined ? undefined : refusal(known, error.code, error.message, error.data)
  }
}

/** Answers a parsed body: one call or a batch, in order (a batch's writes keep their order). */
async function answerBody(chain: Chain, body: unknown): Promise<JsonRpcAnswer | JsonRpcAnswer[] | undefined> {
  if (!Array.isArray(body)) return answerCall(chain, body)
  if (body.length === 0) return refusal(null, -32600, 'Invalid request: empty batch')
  if (body.length > BATCH_LIMIT) {
    return refusal(null, -32600, `Invalid request: more than ${BATCH_LIMIT} calls in a batch`)
  }
  const answers: JsonRpcAnswer[] = []
  for (const call of body as unknown[]) {
    const answer = await answerCall(chain, call)
    if (answer) answers.push(answer)
  }
  return answers.length > 0 ? answers : undefined
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600',
  })
  response.end()
}

async function handle(
  chain: Chain,
  fault: RpcFault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'drop') {
    request.socket.destroy()
    return
  }
  if (request.method === 'OPTIONS') return sendPreflight(response)
  if (fault === 'error') return send(response, 503, refusal(null, -32000, 'The local RPC is switched off'))
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST, OPTIONS')
    return send(response, 405, refusal(null, -32600, 'Send JSON-RPC by POST'))
  }
  const text = await readBody(request, BODY_LIMIT_BYTES)
  if (text === undefined) {
    return send(response, 413, refusal(null, -32600, `A body is at most ${BODY_LIMIT_BYTES} bytes`))
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return send(response, 400, refusal(null, -32700, 'The body is not JSON'))
  }
  const answer = await answerBody(chain, body)
  if (answer === undefined) send(response, 204)
  else send(response, 200, answer)
}

/**
 * JSON-RPC over HTTP for a chain of this process, on 127.0.0.1, with batches and CORS for any origin
 * (wallets call it from the page). Rejects with a `PortError` when the port is taken.
 */
export async function serveRpc(
  chain: Chain,
  options: { port: number; host?: '127.0.0.1' } = { port: 0 },
): Promise<RpcServer> {
  let fault: RpcFault = 'none'
  const listening = await listen(
    (request, response) => {
      handle(chain, fault, request, response).catch((error: unknown) => {
        if (response.headersSent || response.destroyed) response.destroy()
        else
          send(
            response,
            500,
            refusal(null, -32603, error instanceof Error ? error.message : 'Internal error'),
          )
      })
    },
    { port: options.port, host: options.host, what: 'the local RPC', variable: 'DEVNET_RPC_PORT' },
  )
  return {
    url: listening.url,
    port: listening.port,
    close: listening.close,
    setFault: (next) => {
      fault = next
    },
    fault: () => fault,
  }
}
