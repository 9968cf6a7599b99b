import { type Address, type Hex, hexToBigInt, hexToNumber, numberToHex } from 'viem'
import type { BlockInfo } from '@/devnet/graphql/store'
import type { RequestFn } from '@/devnet/types'

/** A transaction as the index keeps it. */
interface ChainTransaction {
  readonly from: string
  /** Null for a contract creation. */
  readonly to: string | null
  readonly gasLimit: bigint
  readonly gasPriceWei: bigint
}

/** A block with the transactions it holds, by hash. */
export interface ChainBlock extends BlockInfo {
  readonly transactions: ReadonlyMap<string, ChainTransaction>
}

/** A log with its place in the chain. */
export interface ChainLog {
  readonly address: string
  readonly topics: readonly Hex[]
  readonly data: Hex
  readonly blockNumber: number
  readonly blockHash: string
  readonly transactionHash: string
  /** Place among the logs of the block. */
  readonly logIndex: number
}

interface RawTransaction {
  hash: Hex
  from: Address
  to: Address | null
  gas: Hex
  gasPrice: Hex
}

interface RawBlock {
  number: Hex
  hash: Hex
  parentHash: Hex
  timestamp: Hex
  transactions: (Hex | RawTransaction)[]
}

interface RawLog {
  address: Address
  topics: Hex[]
  data: Hex
  blockNumber: Hex
  blockHash: Hex
  transactionHash: Hex
  logIndex: Hex
}

/** Which logs to read: events (any of the topics) of contracts (any of the addresses, or all). */
export interface LogFilter {
  readonly addresses?: readonly string[]
  readonly topics: readonly Hex[]
}

/** A call that the chain ran and refused, as against one that did not reach it. */
export class CallReverted extends Error {
  override readonly name = 'CallReverted'
}

function isRevert(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === 3 || (typeof message === 'string' && /revert|invalid opcode|panic/i.test(message))
}

function toInfo(raw: RawBlock): BlockInfo {
  return {
    number: hexToNumber(raw.number),
    hash: raw.hash,
    parentHash: raw.parentHash,
    timestamp: hexToNumber(raw.timestamp),
  }
}

function toLog(raw: RawLog): ChainLog {
  return {
    address: raw.address.toLowerCase(),
    topics: raw.topics,
    data: raw.data,
    blockNumber: hexToNumber(raw.blockNumber),
    blockHash: raw.blockHash,
    transactionHash: raw.transactionHash,
    logIndex: hexToNumber(raw.logIndex),
  }
}

/** What the index reads from a chain, over any EIP-1193 request function. */
export class ChainSource {
  constructor(private readonly request: RequestFn) {}

  async chainId(): Promise<number> {
    return hexToNumber((await this.request({ method: 'eth_chainId' })) as Hex)
  }

  async headNumber(): Promise<number> {
    return hexToNumber((await this.request({ method: 'eth_blockNumber' })) as Hex)
  }

  /** A block's place in the chain, or undefined when the chain has none of that number. */
  async info(number: number): Promise<BlockInfo | undefined> {
    const raw = await this.request({ method: 'eth_getBlockByNumber', params: [numberToHex(number), false] })
    return raw ? toInfo(raw as RawBlock) : undefined
  }

  async infoByHash(hash: string): Promise<BlockInfo | undefined> {
    const raw = await this.request({ method: 'eth_getBlockByHash', params: [hash, false] })
    return raw ? toInfo(raw as RawBlock) : undefined
  }

  async block(number: number): Promise<ChainBlock | undefined> {
    const raw = (await this.request({
      method: 'eth_getBlockByNumber',
      params: [numberToHex(number), true],
    })) as RawBlock | null
    if (!raw) return undefined
    const transactions = new Map<string, ChainTransaction>()
    for (const tx of raw.transactions) {
      if (typeof tx === 'string') continue
      transactions.set(tx.hash, {
        from: tx.from.toLowerCase(),
        to: tx.to?.toLowerCase() ?? null,
        gasLimit: hexToBigInt(tx.gas),
        gasPriceWei: hexToBigInt(tx.gasPrice),
      })
    }
    return { ...toInfo(raw), transactions }
  }

  /** Gas that a transaction used, from its receipt. */
  async gasUsed(transactionHash: string): Promise<bigint> {
    const receipt = await this.request({ method: 'eth_getTransactionReceipt', params: [transactionHash] })
    return hexToBigInt((receipt as { gasUsed: Hex }).gasUsed)
  }

  /** Logs of a range of blocks; the range is split in halves when the node refuses it. */
  async logs(filter: LogFilter, from: number, to: number): Promise<ChainLog[]> {
    const query = {
      fromBlock: numberToHex(from),
      toBlock: numberToHex(to),
      topics: [filter.topics],
      ...(filter.addresses ? { address: filter.addresses } : {}),
    }
    try {
      return ((await this.request({ method: 'eth_getLogs', params: [query] })) as RawLog[]).map(toLog)
    } catch (error) {
      if (from >= to) throw error
      const middle = Math.floor((from + to) / 2)
      return [...(await this.logs(filter, from, middle)), ...(await this.logs(filter, middle + 1, to))]
    }
  }

  /**
   * Runs a view as of the end of a block.
   * @throws CallReverted when the call reverts or there is no contract.
   */
  async call(to: string, data: Hex, block: number): Promise<Hex> {
    let result: Hex
    try {
      result = (await this.request({ method: 'eth_call', params: [{ to, data }, numberToHex(block)] })) as Hex
    } catch (error) {
      if (isRevert(error)) throw new CallReverted(error instanceof Error ? error.message : String(error))
      throw error
    }
    if (result === '0x') throw new CallReverted(`no contract at ${to}`)
    return result
  }
}
