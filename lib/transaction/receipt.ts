import { type Client, type Hash, hexToBigInt } from 'viem'
import type { ReceiptLog } from '@/lib/contracts/read-event'

/** A mined transaction as far as it matters. */
interface Receipt {
  readonly success: boolean
  readonly block: bigint
  /** Empty when it failed. */
  readonly logs: readonly ReceiptLog[]
}

/** The receipt of exactly this transaction; null while there is none. */
export async function readReceipt(client: Client, hash: Hash): Promise<Receipt | null> {
  const receipt = await client.request({ method: 'eth_getTransactionReceipt', params: [hash] })
  if (!receipt || receipt.transactionHash !== hash) return null
  const success = receipt.status === '0x1'
  const logs = receipt.logs.flatMap((log): ReceiptLog[] =>
    log.transactionHash === hash ? [{ address: log.address, topics: log.topics, data: log.data }] : [],
  )
  return { success, block: hexToBigInt(receipt.blockNumber), logs: success ? logs : [] }
}
