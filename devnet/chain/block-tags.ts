import { type Hex, hexToNumber, isHex } from 'viem'
import type { RequestFn } from '@/devnet/types'

/** Where a method's parameters name the block whose state is read. */
export const STATE_METHODS: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_estimateGas: 1,
  eth_getBalance: 1,
  eth_getCode: 1,
  eth_getTransactionCount: 1,
  eth_getStorageAt: 2,
  eth_getProof: 2,
}

/** Tags that all mean the newest block on a chain without forks. */
const NEWEST: ReadonlySet<unknown> = new Set([undefined, null, 'latest', 'pending', 'safe', 'finalized'])

export function isNewest(tag: unknown): boolean {
  return NEWEST.has(tag)
}

function field(tag: unknown, name: string): unknown {
  return typeof tag === 'object' && tag !== null ? (tag as Record<string, unknown>)[name] : undefined
}

/**
 * Number of the block that a tag, a number or an EIP-1898 object names; undefined for the newest and for blocks the chain does
 * not have by that hash.
 */
export async function blockNumberOf(request: RequestFn, tag: unknown): Promise<number | undefined> {
  if (tag === 'earliest') return 0
  if (isHex(tag)) return hexToNumber(tag)
  const number = field(tag, 'blockNumber')
  if (isHex(number)) return hexToNumber(number)
  const hash = field(tag, 'blockHash')
  if (!isHex(hash)) return undefined
  const block = await request({ method: 'eth_getBlockByHash', params: [hash, false] })
  return block === null ? undefined : hexToNumber((block as { number: Hex }).number)
}
