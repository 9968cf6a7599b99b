import { type Address, type Hex, hexToNumber, numberToHex } from 'viem'
import { toRpcError } from '@/devnet/chain/rpc-error'
import type { Chain, RequestFn } from '@/devnet/types'

/** One transaction to be mined in a batch. */
export interface Call {
  /** Named in the error when it reverts. */
  label: string
  from: Address
  /** Absent for a deployment. */
  to?: Address
  data?: Hex
  valueWei?: bigint
  /** Default 1,500,000: no estimation. */
  gas?: number
}

interface Receipt {
  status: Hex
  transactionHash: Hex
  blockNumber: Hex
}

interface Block {
  number: Hex
  timestamp: Hex
  hash: Hex
}

/** Head of the chain. */
export interface Head {
  number: number
  /** Seconds. */
  timestamp: number
  hash: Hex
}

const DEFAULT_GAS = 1_500_000
/** Enough for any base fee the local chain reaches; the sender pays the base fee only. */
const MAX_FEE_WEI = numberToHex(100_000_000_000n)

/** Base fee that the local chain is held at, about what Arbitrum One asks. */
export const BASE_FEE_WEI = 100_000_000n

export async function readHead(request: RequestFn): Promise<Head> {
  const block = (await request({ method: 'eth_getBlockByNumber', params: ['latest', false] })) as Block
  return { number: hexToNumber(block.number), timestamp: hexToNumber(block.timestamp), hash: block.hash }
}

/** Queues a transaction and returns its hash; with automine on it is mined at once. */
export function sendCall(request: RequestFn, call: Call): Promise<Hex> {
  return request({
    method: 'eth_sendTransaction',
    params: [
      {
        from: call.from,
        ...(call.to === undefined ? {} : { to: call.to }),
        ...(call.data === undefined ? {} : { data: call.data }),
        ...(call.valueWei === undefined ? {} : { value: numberToHex(call.valueWei) }),
        gas: numberToHex(call.gas ?? DEFAULT_GAS),
        maxFeePerGas: MAX_FEE_WEI,
        maxPriorityFeePerGas: '0x0',
      },
    ],
  }) as Promise<Hex>
}

/**
 * Mines one block whose timestamp is `timestamp`, or one second after the newest block when that is later:
 * a block is never refused for its time.
 */
export async function mineBlock(request: RequestFn, timestamp: number): Promise<void> {
  const head = await readHead(request)
  await request({ method: 'evm_mine', params: [numberToHex(Math.max(timestamp, head.timestamp + 1))] })
}

/** Mines `count` empty blocks, `secondsEach` apart, the first of them that long after the newest. */
export async function mineBlocks(request: RequestFn, count: number, secondsEach: number): Promise<void> {
  if (count <= 0) return
  const head = await readHead(request)
  await request({
    method: 'evm_setNextBlockTimestamp',
    params: [numberToHex(head.timestamp + Math.max(1, secondsEach))],
  })
  await request({ method: 'hardhat_mine', params: [numberToHex(count), numberToHex(secondsEach)] })
}

/** The reason a mined transaction failed, by running it again on the state before its block. */
async function failureReason(request: RequestFn, call: Call, blockNumber: number): Promise<string> {
  try {
    await request({
      method: 'eth_call',
      params: [
        {
          from: call.from,
          to: call.to,
          data: call.data,
          value: call.valueWei === undefined ? undefined : numberToHex(call.valueWei),
          gas: numberToHex(call.gas ?? DEFAULT_GAS),
        },
        numberToHex(blockNumber - 1),
      ],
    })
    return 'it succeeds on the state before the block'
  } catch (error) {
    return toRpcError(error).message
  }
}

/**
 * Mines the calls, in order, in one block at `timestamp` (automine must be off). Throws with the label and
 * reason of the first that reverted. Returns the block's number.
 */
export async function mineBatch(chain: Chain, calls: readonly Call[], timestamp: number): Promise<number> {
  const hashes: Hex[] = []
  for (const call of calls) {
    try {
      hashes.push(await sendCall(chain.request, call))
    } catch (error) {
      throw new Error(`${call.label} was refused: ${toRpcError(error).message}`)
    }
  }
  await mineBlock(chain.request, timestamp)
  const head = await readHead(chain.request)
  // One request at a time: each further thread that the EVM's runtime starts keeps memory of its own.
  for (const [index, hash] of hashes.entries()) {
    const receipt = (await chain.request({
      method: 'eth_getTransactionReceipt',
      params: [hash],
    })) as Receipt | null
    const call = calls[index]
    if (!call) continue
    if (!receipt) throw new Error(`${call.label} was not mined: the block is full`)
    if (receipt.status !== '0x1') {
      throw new Error(`${call.label} reverted: ${await failureReason(chain.request, call, head.number)}`)
    }
  }
  return head.number
}

/** Runs `work` with automine off and switches it on again afterwards, also when `work` throws. */
export async function withoutAutomine<T>(chain: Chain, work: () => Promise<T>): Promise<T> {
  const before = (await chain.request({ method: 'hardhat_getAutomine' })) as boolean
  await chain.request({ method: 'evm_setAutomine', params: [false] })
  try {
    return await work()
  } finally {
    await chain.request({ method: 'evm_setAutomine', params: [before] })
  }
}
