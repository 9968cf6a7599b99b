import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { type Hex, hexToNumber } from 'viem'
import { type FaultState, faultyRequest } from '@/devnet/chain/faulty-request'
import { type Listening, listen } from '@/devnet/chain/listen'
import { createRateMeter, type RateMeter } from '@/devnet/chain/rate-meter'
import { readBody } from '@/devnet/chain/read-body'
import { RpcError, toRpcError } from '@/devnet/chain/rpc-error'
import { faultNamed, type RpcFault, type RpcFaultName } from '@/devnet/chain/rpc-fault'
import type { Chain, RequestFn } from '@/devnet/types'

const BODY_LIMIT_BYTES = 8 * 1024 * 1024
const BATCH_LIMIT = 2_000

export interface RpcServer extends Pick<Listening, 'url' | 'port' | 'close'> {
  /** Puts faults in force instead of the present ones; none ends them all. A frozen head is the head of now. */
  setFaults(faults: readonly RpcFault[]): Promise<void>
  faults(): readonly RpcFault[]
  /** Name of the first fault in force. */
  fault(): RpcFaultName
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

/** A call of a client, on its way through the faults. */
type ClientRequest = (call: { method: string; params: readonly unknown[] }) => Promise<unknown>

/** Answers one call; `undefined` for a notification (a call without id). */
async function answerCall(ask: ClientRequest, call: unknown): Promise<JsonRpcAnswer | undefined> {
  if (typeof call !== 'object' || call === null || Array.isArray(call)) {
    return refusal(null, -32600, 'Invalid request')
  }
  const { id, method, params } = call as { id?: unknown; method?: unknown; params?: unknown }
  const known = typeof id === 'string' || typeof id === 'number' ? id : null
  if (typeof method !== 'string') return refusal(known, -32600, 'Invalid request: method must be a string')
  if (params !== undefined && !Array.isArray(params)) return refusal(known, -32602, 'params must be an array')
  try {
    const result = await ask({ method, params: (params as unknown[] | undefined) ?? [] })
    return id === undefined ? undefined : { jsonrpc: '2.0', id: known, result: result ?? null }
  } catch (thrown) {
    const error = toRpcError(thrown)
    return id === undefined ? undefined : refusal(known, error.code, error.message, error.data)
  }
}

/** Answers a parsed body: one call or a batch, in order (a batch's writes keep their order). */
async function answerBody(
  ask: ClientRequest,
  body: unknown,
): Promise<JsonRpcAnswer | JsonRpcAnswer[] | undefined> {
  if (!Array.isArray(body)) return answerCall(ask, body)
  if (body.length === 0) return refusal(null, -32600, 'Invalid request: empty batch')
  if (body.length > BATCH_LIMIT) {
    return refusal(null, -32600, `Invalid request: more than ${BATCH_LIMIT} calls in a batch`)
  }
  const answers: JsonRpcAnswer[] = []
  for (const call of body as unknown[]) {
    const answer = await answerCall(ask, call)
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

/** Faults in force with what they have counted so far. */
interface InForce extends FaultState {
  readonly meter: RateMeter | undefined
}

const RATE_REFUSED = 'rate limit exceeded'

/** The chain through the faults that a call can meet. */
function clientRequest(request: RequestFn, inForce: InForce): ClientRequest {
  const limit = faultNamed(inForce.faults, 'rate-limit')
  return async (call) => {
    if (limit?.style === 'json-rpc' && !inForce.meter?.take(1)) throw new RpcError(RATE_REFUSED, -32005)
    return faultyRequest(request, inForce, call)
  }
}

async function handle(
  chain: Chain,
  inForce: InForce,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { faults } = inForce
  if (faultNamed(faults, 'drop')) {
    request.socket.destroy()
    return
  }
  if (request.method === 'OPTIONS') return sendPreflight(response)
  const slow = faultNamed(faults, 'slow')
  if (slow) await setTimeout(slow.milliseconds)
  if (faultNamed(faults, 'error')) {
    return send(response, 503, refusal(null, -32000, 'The local RPC is switched off'))
  }
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
  const calls = Array.isArray(body) ? body.length : 1
  if (faultNamed(faults, 'rate-limit')?.style === 'http' && !inForce.meter?.take(calls)) {
    response.setHeader('retry-after', '1')
    return send(response, 429, refusal(null, 429, 'Too Many Requests'))
  }
  const answer = await answerBody(clientRequest(chain.request, inForce), body)
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
  let inForce: InForce = { faults: [], frozenHead: undefined, meter: undefined }
  const listening = await listen(
    (request, response) => {
      handle(chain, inForce, request, response).catch((error: unknown) => {
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
    setFaults: async (next) => {
      const faults = next.filter(({ fault }) => fault !== 'none')
      const limit = faultNamed(faults, 'rate-limit')
      const frozenHead = faultNamed(faults, 'freeze')
        ? hexToNumber((await chain.request({ method: 'eth_blockNumber' })) as Hex)
        : undefined
      inForce = { faults, frozenHead, meter: limit && createRateMeter(limit.perSecond) }
    },
    faults: () => inForce.faults,
    fault: () => inForce.faults[0]?.fault ?? 'none',
  }
}
