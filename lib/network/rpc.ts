import { AttemptError, detailOf, FinalAnswerError, onRankedEndpoints } from '@/lib/network/ranked'
import { type Endpoint, settings } from '@/lib/network/settings'

export interface RpcCall {
  method: string
  params: readonly unknown[]
}

interface RpcErrorBody {
  code: number
  message: string
  data?: unknown
}

/** One answer of a batch, as the node gave it. */
export type RpcAnswer = { result: unknown } | { error: RpcErrorBody }

/** An error that the node gave as its answer, e.g. a revert with its data. `message` is the node's own: not for visitors. */
class RpcError extends FinalAnswerError {
  readonly code: number
  readonly data: unknown
  readonly detail: string

  constructor(body: RpcErrorBody) {
    super(body.message)
    this.detail = body.message
    this.code = body.code
    this.data = body.data
  }
}

const unseenBlock = /header not found|unknown block|block not found/i
const unseenBlockWaitMs = 500
const answerLimitBytes = 20_000_000

/** Refusals of a node that another node may not share: limits, pruned state, blocks it has not seen. */
const retryable =
  /rate.?limit|too many requests|limit exceeded|capacity|header not found|unknown block|missing trie node|block not found|unfinalized|timeout|timed out|internal error|service unavailable/i

function isRevert({ code, message }: RpcErrorBody): boolean {
  return code === 3 || /revert/i.test(message)
}

/** Whether another endpoint may answer better. Reverts (code 3) and malformed calls are final. */
export function isRetryableRpcError(body: RpcErrorBody): boolean {
  const { code, message } = body
  if (isRevert(body)) return false
  return code === -32005 || code === -32097 || code === -32001 || retryable.test(message)
}

/** Which chain is asked: its ranked endpoints and its name in messages. */
export interface RpcSource {
  name: string
  endpoints: readonly Endpoint[]
}

/** Why a node refused, in our words: what nodes say is theirs, and may name accounts and keys. */
function refusalWords({ code, message }: RpcErrorBody, status: number): string {
  if (unseenBlock.test(message)) return 'it has not seen that block yet'
  if (/missing trie node|pruned|state .{0,40}not available/i.test(message))
    return 'it no longer keeps that block'
  if (status === 429 || code === -32005 || /rate|too many|limit|capacity|count exceeded/i.test(message))
    return 'it limits how often it may be asked'
  if (/time.?d? ?out/i.test(message)) return 'it took too long'
  return 'it refused to answer'
}

/**
 * An error of a node as visitors' browsers may have it: code and revert data whole, of its text only what decides something.
 */
export function forwardedError(body: RpcErrorBody): RpcErrorBody {
  const { code, message, data } = body
  const known = isRevert(body)
    ? 'execution reverted'
    : /insufficient funds/i.test(message)
      ? 'insufficient funds for gas * price + value'
      : `The node did not carry out the call: ${refusalWords(body, 200)}.`
  return { code, message: known, ...(data === undefined ? {} : { data }) }
}

/**
 * Sends calls as one HTTP request (one object, or a batch) to the best endpoint.
 *
 * @param source default: the chain of this copy's network
 * @returns answers in the order of the calls; errors a node gives as its answer stay values
 * @throws SourceError when no endpoint answered
 */
export async function sendRpc(calls: readonly RpcCall[], source?: RpcSource): Promise<RpcAnswer[]> {
  const { name, endpoints } = source ?? { name: 'The chain', endpoints: settings().rpc }
  return onRankedEndpoints(name, endpoints, async (endpoint) => {
    try {
      return await post(endpoint, calls)
    } catch (error) {
      if (!(error instanceof Error) || !unseenBlock.test(detailOf(error) ?? '')) throw error
      // Behind one public address stand many nodes, some a moment behind the one that named the block.
      await new Promise((resolve) => setTimeout(resolve, unseenBlockWaitMs))
      return post(endpoint, calls)
    }
  })
}

/**
 * One call.
 * @throws RpcError with the node's answer, SourceError when none answered
 */
export async function rpc(method: string, params: readonly unknown[], source?: RpcSource): Promise<unknown> {
  const [answer] = await sendRpc([{ method, params }], source)
  return resultOf(answer)
}

/**
 * The result in an answer of a batch.
 * @throws RpcError with the node's answer
 */
export function resultOf(answer: RpcAnswer | undefined): unknown {
  if (!answer) throw new RpcError({ code: -32603, message: 'The node gave no answer.' })
  if ('error' in answer) throw new RpcError(answer.error)
  return answer.result
}

async function post(endpoint: Endpoint, calls: readonly RpcCall[]): Promise<RpcAnswer[]> {
  const body = calls.map(({ method, params }, id) => ({ jsonrpc: '2.0', id, method, params }))
  const response = await fetch(endpoint.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...endpoint.headers },
    body: JSON.stringify(body.length === 1 ? body[0] : body),
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(settings().rpcTimeoutMs),
  })
  const text = await response.text()
  if (text.length > answerLimitBytes) throw new Error('the answer is too large')
  let answers: unknown
  try {
    answers = JSON.parse(text)
  } catch {
    throw new Error(`HTTP ${response.status} without JSON`)
  }
  const list = (Array.isArray(answers) ? answers : [answers]) as Array<{
    id?: unknown
    result?: unknown
    error?: RpcErrorBody
  }>
  // Some nodes answer a revert with an HTTP error; any other HTTP error is the endpoint's own.
  if (!response.ok && !list.every((item) => item?.error && isRevert(item.error))) {
    throw new Error(`HTTP ${response.status}`)
  }
  const byId = new Map(list.map((item) => [item?.id, item]))
  return calls.map((_, id) => {
    const item = byId.get(id) ?? (list.length === 1 ? list[0] : undefined)
    if (item?.error) {
      if (isRetryableRpcError(item.error) || response.status === 429) {
        throw new AttemptError(refusalWords(item.error, response.status), item.error.message)
      }
      return { error: item.error }
    }
    if (!item || item.result === undefined) throw new Error('an answer without a result')
    return { result: item.result }
  })
}
