import { type Address, type Client, type Hex, hexToBigInt, numberToHex, zeroAddress, zeroHash } from 'viem'
import { safeAbi } from '@/lib/contracts/abi/safe'
import type { Call } from '@/lib/contracts/call'
import { classifyError } from '@/lib/contracts/errors'
import { createReader, NoAnswer } from '@/lib/contracts/read-at'

/** A Safe as its own contract tells it. */
export interface SafeAccount {
  /** Signatures that a transaction of it needs. */
  readonly threshold: number
  readonly owners: number
  /** Transactions it had executed by `block`, failed ones too. */
  readonly nonce: number
  readonly block: bigint
}

/** Whether the error of a read says that the account is no such contract, rather than that the endpoint failed. */
function isNoSuchContract(error: unknown): boolean {
  return error instanceof NoAnswer || classifyError(error, 'endpoint').kind === 'reverted'
}

/**
 * The account as a Safe; null when it is none: an account with a key, or another contract. Rejects with viem's error when
 * the endpoint fails.
 */
export async function readSafe(client: Client, account: Address): Promise<SafeAccount | null> {
  const code = await client.request({ method: 'eth_getCode', params: [account, 'latest'] })
  if (!code || code === '0x') return null
  const block = hexToBigInt(await client.request({ method: 'eth_blockNumber' }))
  const read = createReader(client, block)
  try {
    const [threshold, owners, nonce] = await Promise.all([
      read(account, safeAbi, 'getThreshold', []),
      read(account, safeAbi, 'getOwners', []),
      read(account, safeAbi, 'nonce', []),
    ])
    if (threshold === 0n || BigInt(owners.length) < threshold) return null
    return { threshold: Number(threshold), owners: owners.length, nonce: Number(nonce), block }
  } catch (error) {
    if (isNoSuchContract(error)) return null
    throw error
  }
}

/** Addresses and storage slots whose first use in a transaction is paid for already. */
export type WarmList = readonly { readonly address: Address; readonly storageKeys: readonly Hex[] }[]

/**
 * What is warm whenever a Safe executes something: its proxy has read the address of its code and called it. A plain `eth_call`
 * in its name starts cold, which is why ETH sent back to it with 2,300 gas fails there and passes in truth. Null for an
 * account that is no proxy of this kind.
 */
export async function warmListOf(client: Client, account: Address): Promise<WarmList | null> {
  const read = createReader(client, hexToBigInt(await client.request({ method: 'eth_blockNumber' })))
  try {
    const code = await read(account, safeAbi, 'masterCopy', [])
    if (code === zeroAddress) return null
    return [
      { address: account, storageKeys: [zeroHash] },
      { address: code, storageKeys: [] },
    ]
  } catch {
    // Not a Safe, or an endpoint that fails: then the plain answer stands.
    return null
  }
}

/** A call as a JSON-RPC request in the account's name. */
export function requestOf(call: Call, account: Address) {
  const value = call.valueWei > 0n ? { value: numberToHex(call.valueWei) } : {}
  return { from: account, to: call.address, data: call.data, ...value }
}

/**
 * Runs a call as the account would, without sending it. What fails without a reason is run once more with what is warm when a
 * Safe executes it. Rejects with viem's error when it fails.
 */
export async function runCall(
  client: Client,
  call: Call,
  account: Address,
  block: Hex | 'latest',
): Promise<void> {
  const request = requestOf(call, account)
  try {
    await client.request({ method: 'eth_call', params: [request, block] })
  } catch (error) {
    const failure = classifyError(error, 'endpoint')
    if (failure.kind !== 'reverted' || failure.data !== '0x') throw error
    const accessList = await warmListOf(client, account)
    if (!accessList) throw error
    await client.request({ method: 'eth_call', params: [{ ...request, accessList }, block] })
  }
}
