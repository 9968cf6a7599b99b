import { decodeErrorResult, type Hex, isHex } from 'viem'

/** A JSON-RPC error as public nodes answer it. */
export class RpcError extends Error {
  readonly code: number
  readonly data: unknown

  constructor(message: string, code: number, data?: unknown) {
    super(message)
    this.name = 'RpcError'
    this.code = code
    this.data = data
  }
}

const STANDARD_ERRORS = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
] as const

/** The text after `execution reverted: `, or nothing for empty data and custom errors. */
function revertText(data: Hex): string | undefined {
  try {
    const decoded = decodeErrorResult({ abi: STANDARD_ERRORS, data })
    if (decoded.errorName === 'Error') return decoded.args[0]
    return `panic code 0x${decoded.args[0].toString(16).padStart(2, '0')}`
  } catch {
    return undefined
  }
}

/**
 * Turns an error of the in-process EVM into what nodes in the field answer, so that code which reads
 * reverts here reads them on Arbitrum One: code 3, `execution reverted: …`, revert data as hex.
 */
export function toRpcError(thrown: unknown): RpcError {
  if (thrown instanceof RpcError) return thrown
  const { message, code, data } = thrown as { message?: unknown; code?: unknown; data?: unknown }
  const text = typeof message === 'string' ? message : String(thrown)
  if (isHex(data) && code === undefined) {
    const reason = revertText(data)
    return new RpcError(
      reason === undefined ? 'execution reverted' : `execution reverted: ${reason}`,
      3,
      data,
    )
  }
  if (code === -32004) return new RpcError(text, -32601)
  return new RpcError(text, typeof code === 'number' ? code : -32603, data ?? undefined)
}
