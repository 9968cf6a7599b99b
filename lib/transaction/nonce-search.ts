import {
  type Address,
  type Client,
  type Hash,
  type Hex,
  hexToBigInt,
  hexToNumber,
  isAddressEqual,
  numberToHex,
} from 'viem'
import type { Call } from '@/lib/contracts/call'

/** A mined transaction as far as it must be recognised. */
export interface MinedTransaction {
  readonly hash: Hash
  readonly from: Address
  readonly to: Address | null
  readonly data: Hex
  readonly valueWei: bigint
}

/** Number of transactions an account has sent, in blocks only or with pending ones. */
export async function readNonce(
  client: Client,
  account: Address,
  at: 'latest' | 'pending' | bigint,
): Promise<number> {
  const block = typeof at === 'bigint' ? numberToHex(at) : at
  return hexToNumber(await client.request({ method: 'eth_getTransactionCount', params: [account, block] }))
}

/**
 * The mined transaction of an account with a nonce: bisects the blocks since `sinceBlock` by the account's
 * transaction count. Null when no block since then holds it. Rejects when the endpoint lacks that state.
 */
export async function findByNonce(
  client: Client,
  sought: { readonly account: Address; readonly nonce: number; readonly sinceBlock: bigint },
): Promise<MinedTransaction | null> {
  const { account, nonce } = sought
  let low = sought.sinceBlock > 0n ? sought.sinceBlock - 1n : 0n
  let high = hexToBigInt(await client.request({ method: 'eth_blockNumber' }))
  if ((await readNonce(client, account, high)) <= nonce) return null
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if ((await readNonce(client, account, middle)) > nonce) high = middle
    else low = middle
  }
  const block = await client.request({ method: 'eth_getBlockByNumber', params: [numberToHex(high), false] })
  const hashes = (block?.transactions ?? []).filter((item) => typeof item === 'string')
  const transactions = await Promise.all(
    hashes.map((hash) => client.request({ method: 'eth_getTransactionByHash', params: [hash] })),
  )
  for (const transaction of transactions) {
    if (!transaction || !isAddressEqual(transaction.from, account)) continue
    if (hexToNumber(transaction.nonce) !== nonce) continue
    return {
      hash: transaction.hash,
      from: transaction.from,
      to: transaction.to,
      data: transaction.input,
      valueWei: hexToBigInt(transaction.value),
    }
  }
  return null
}

/**
 * How a transaction relates to the call that was sent: the same (sped up), an empty one to oneself (cancelled), or another.
 * Bytes that a wallet adds behind the calldata (an attribution) change nothing: the contracts do not read them.
 */
export function matchOf(
  found: Pick<MinedTransaction, 'from' | 'to' | 'data' | 'valueWei'>,
  call: Call,
): 'same' | 'cancelled' | 'replaced' {
  const to = found.to
  if (
    to !== null &&
    isAddressEqual(to, call.address) &&
    found.data.toLowerCase().startsWith(call.data) &&
    found.valueWei === call.valueWei
  ) {
    return 'same'
  }
  const toSelf = to !== null && isAddressEqual(to, found.from)
  return toSelf && found.data === '0x' && found.valueWei === 0n ? 'cancelled' : 'replaced'
}

/** Resolves after a while; rejects with the signal's reason when it is aborted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
