import { type Hex, hexToNumber, keccak256, numberToHex } from 'viem'
import { blockNumberOf, isNewest, STATE_METHODS } from '@/devnet/chain/block-tags'
import { RpcError } from '@/devnet/chain/rpc-error'
import { faultNamed, type RpcFault } from '@/devnet/chain/rpc-fault'
import type { RequestFn } from '@/devnet/types'

type Params = readonly unknown[]

/** Faults in force, and the head as it was when the freezing one came. */
export interface FaultState {
  readonly faults: readonly RpcFault[]
  readonly frozenHead: number | undefined
}

interface RangeLimit {
  blocks: number
  words: 'alchemy' | 'infura' | 'quicknode' | 'reth'
}

/** Refusals as the providers word them, with a range that would pass where they name one. */
function rangeRefusal({ blocks, words }: RangeLimit, from: number, to: number): RpcError {
  const passing = `[${numberToHex(from)}, ${numberToHex(from + blocks - 1)}]`
  switch (words) {
    case 'alchemy':
      return new RpcError(
        `You can make eth_getLogs requests with up to a ${blocks} block range. Based on your parameters, this block range should work: ${passing}`,
        -32600,
      )
    case 'infura':
      return new RpcError(`range ${to - from + 1} exceeds limit of ${blocks}`, -32602)
    case 'quicknode':
      return new RpcError(`eth_getLogs is limited to a ${blocks.toLocaleString('en')} range`, -32614)
    case 'reth':
      return new RpcError(`query exceeds max block range ${blocks}`, -32602)
  }
}

async function headOf(request: RequestFn): Promise<number> {
  return hexToNumber((await request({ method: 'eth_blockNumber' })) as Hex)
}

function withParam(params: Params, index: number, value: unknown): unknown[] {
  const copy = [...params]
  while (copy.length < index) copy.push(undefined)
  copy[index] = value
  return copy
}

/** The head that a client of a frozen node sees; lower when the chain was rolled back below it. */
async function seenHead(request: RequestFn, { frozenHead }: FaultState): Promise<number> {
  const head = await headOf(request)
  return frozenHead === undefined ? head : Math.min(frozenHead, head)
}

async function refuseLostState(
  request: RequestFn,
  state: FaultState,
  method: string,
  params: Params,
): Promise<void> {
  const lost = faultNamed(state.faults, 'de-archive')
  const index = STATE_METHODS[method]
  if (!lost || index === undefined) return
  const number = await blockNumberOf(request, params[index])
  if (number === undefined || number >= (await seenHead(request, state)) - lost.blocks) return
  const block = (await request({
    method: 'eth_getBlockByNumber',
    params: [numberToHex(number), false],
  })) as { stateRoot: Hex; hash: Hex } | null
  if (!block) return
  throw new RpcError(
    `missing trie node ${keccak256(block.hash).slice(2)} (path ) state ${block.stateRoot} is not available, not found`,
    -32000,
  )
}

async function refuseWideRange(
  request: RequestFn,
  state: FaultState,
  method: string,
  params: Params,
): Promise<void> {
  const limit = faultNamed(state.faults, 'range-limit')
  const filter = params[0]
  if (!limit || method !== 'eth_getLogs' || typeof filter !== 'object' || filter === null) return
  const { fromBlock, toBlock, blockHash } = filter as Record<string, unknown>
  if (blockHash !== undefined) return
  const head = await seenHead(request, state)
  const from = (await blockNumberOf(request, fromBlock)) ?? head
  const to = (await blockNumberOf(request, toBlock)) ?? head
  if (to - from + 1 > limit.blocks) throw rangeRefusal(limit, from, to)
}

/** The call as a node that stopped at a block would be asked; refused when it names a later one. */
async function askFrozen(
  request: RequestFn,
  state: FaultState,
  method: string,
  params: Params,
): Promise<unknown[]> {
  const head = await seenHead(request, state)
  const fixed = numberToHex(head)
  const index = STATE_METHODS[method]
  if (index !== undefined) {
    if (isNewest(params[index])) return withParam(params, index, fixed)
    const number = await blockNumberOf(request, params[index])
    if (number !== undefined && number > head) throw new RpcError('header not found', -32000)
    return [...params]
  }
  if (method === 'eth_getBlockByNumber' && isNewest(params[0])) return withParam(params, 0, fixed)
  if (method === 'eth_feeHistory' && isNewest(params[1])) return withParam(params, 1, fixed)
  if (method === 'eth_getLogs') {
    const filter = (params[0] ?? {}) as Record<string, unknown>
    if (filter['blockHash'] !== undefined) return [...params]
    const clamp = async (tag: unknown) =>
      numberToHex(Math.min(head, (await blockNumberOf(request, tag)) ?? head))
    const from = await blockNumberOf(request, filter['fromBlock'])
    return [
      {
        ...filter,
        // A range wholly after the head holds no logs: that of one block after it is asked as the empty block it is.
        ...(from !== undefined && from > head ? { topics: [NO_TOPIC] } : {}),
        fromBlock: await clamp(filter['fromBlock']),
        toBlock: await clamp(filter['toBlock']),
      },
    ]
  }
  return [...params]
}

/** A topic no event has. */
const NO_TOPIC = `0x${'0'.repeat(63)}1`

/** What a node that stopped at a block knows of an answer: nothing of what is in later blocks. */
function asFrozen(method: string, result: unknown, head: number): unknown {
  if (typeof result !== 'object' || result === null) return result
  const { number, blockNumber } = result as { number?: Hex; blockNumber?: Hex | null }
  const at = method.startsWith('eth_getBlockBy') ? number : blockNumber
  if (typeof at !== 'string' || hexToNumber(at) <= head) return result
  if (method !== 'eth_getTransactionByHash') return null
  return { ...result, blockNumber: null, blockHash: null, transactionIndex: null }
}

const OF_LATER_BLOCKS: ReadonlySet<string> = new Set([
  'eth_getBlockByNumber',
  'eth_getBlockByHash',
  'eth_getTransactionReceipt',
  'eth_getTransactionByHash',
])

/** Answers as the chain would, but for the faults that concern what a call asks: frozen head, wide ranges, lost state. */
export async function faultyRequest(
  request: RequestFn,
  state: FaultState,
  { method, params }: { method: string; params: Params },
): Promise<unknown> {
  await refuseWideRange(request, state, method, params)
  await refuseLostState(request, state, method, params)
  if (state.frozenHead === undefined) return request({ method, params })
  const head = await seenHead(request, state)
  if (method === 'eth_blockNumber') return numberToHex(head)
  const result = await request({ method, params: await askFrozen(request, state, method, params) })
  return OF_LATER_BLOCKS.has(method) ? asFrozen(method, result, head) : result
}
