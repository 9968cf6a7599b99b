import { z } from 'zod'
import { RpcError } from '@/devnet/chain/rpc-error'
import type { RequestFn } from '@/devnet/types'

const answerShape = z.object({
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() }).nullish(),
})

/** Time after which an RPC counts as silent. */
const TIMEOUT_MS = 60_000

/**
 * JSON-RPC over HTTP as a request function. Rejects with an `RpcError`: the node's own, or one that says in a line why no answer
 * came (unreachable, an HTTP error, not JSON-RPC).
 */
export function httpRequest(url: string): RequestFn {
  let id = 0
  return async ({ method, params }) => {
    id += 1
    let text: string
    let status: number
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id, method, params: params ?? [] }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      status = response.status
      text = await response.text()
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
      throw new RpcError(`No answer from ${url}: ${cause}`, -32603)
    }
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      throw new RpcError(`${url} answered HTTP ${status} without JSON`, -32603)
    }
    const parsed = answerShape.safeParse(json)
    if (!parsed.success) throw new RpcError(`${url} answered HTTP ${status} without JSON-RPC`, -32603)
    const { result, error } = parsed.data
    if (error) throw new RpcError(error.message, error.code, error.data)
    return result ?? null
  }
}
