import type { Hex } from 'viem'
import { processWide } from '@/lib/network/process-wide'
import { type RpcAnswer, type RpcCall, sendRpc } from '@/lib/network/rpc'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'

/** The newest block this copy knows. `timestamp` is chain time, Unix seconds. */
export interface Head {
  block: number
  timestamp: number
  hash: Hex
  /** Changes when the chain dropped blocks this copy had seen, so that nothing kept from before is served again. */
  lineage: string
}

interface HeadReading {
  head: Head
  /** Why the head is older than its window, or null. */
  stale: SourceError | null
}

interface BlockHeader {
  block: number
  timestamp: number
  hash: Hex
}

/** Follows the newest block: one request per live window, shared by all readers. */
export interface HeadTracker {
  read(): Promise<HeadReading>
  /** The last head without asking, or null before the first. */
  peek(): Head | null
  /** Unix ms of this machine's clock at which the head last changed. */
  movedAt(): number
}

function parseHeader(answer: RpcAnswer | undefined): BlockHeader | null {
  if (!answer || 'error' in answer) return null
  const block = answer.result as { number?: string; timestamp?: string; hash?: string } | null
  if (!block?.number || !block.timestamp || !block.hash) return null
  return { block: Number(block.number), timestamp: Number(block.timestamp), hash: block.hash as Hex }
}

/** Five minutes of Arbitrum One at four blocks a second. */
const publicLagBlocks = 1_200

const chainNext = 'Try again in a moment. If it lasts, the operator can check the RPC endpoints.'

/**
 * @param send sends one batch of calls
 * @param times window: age up to which a head is fresh; limit: age up to which it is served, labelled, when reading fails (ms)
 * @param lagBlocks how far behind an endpoint may be that does not know our head, before that counts as a rollback
 */
export function createHeadTracker(
  send: (calls: readonly RpcCall[]) => Promise<RpcAnswer[]>,
  times: { window: number; limit: number },
  lagBlocks: number,
  clock: () => number = Date.now,
): HeadTracker {
  let current: Head | null = null
  let readAt = 0
  let movedAt = 0
  let epoch = 0
  let flight: Promise<Head> | null = null

  async function refresh(): Promise<Head> {
    const latest: RpcCall = { method: 'eth_getBlockByNumber', params: ['latest', false] }
    const calls = current
      ? [latest, { method: 'eth_getBlockByNumber', params: [`0x${current.block.toString(16)}`, false] }]
      : [latest]
    const [first, second] = await send(calls)
    const header = parseHeader(first)
    if (!header) throw new SourceError('The chain gave no newest block.', chainNext)
    const again = parseHeader(second)
    const missing = current ? current.block - header.block : 0
    if (current && missing > 0 && (again ? again.hash === current.hash : missing <= lagBlocks)) {
      // An endpoint a few blocks behind, not a rollback: keep the newer head.
      readAt = clock()
      return current
    }
    if (current && (again ? again.hash !== current.hash : header.block < current.block)) epoch += 1
    if (header.hash !== current?.hash) movedAt = clock()
    current = { ...header, lineage: `${epoch}` }
    readAt = clock()
    return current
  }

  return {
    async read() {
      if (current && clock() - readAt < times.window) return { head: current, stale: null }
      flight ??= refresh().finally(() => {
        flight = null
      })
      try {
        return { head: await flight, stale: null }
      } catch (error) {
        if (!isSourceError(error)) throw error
        if (current && clock() - readAt < times.limit) return { head: current, stale: error }
        throw error
      }
    },
    peek: () => current,
    movedAt: () => movedAt,
  }
}

/** The head tracker of this process. */
export function headTracker(): HeadTracker {
  return processWide('head', () => {
    const { lifetimes, staleFactor, network } = settings()
    const times = { window: lifetimes.live, limit: lifetimes.live * staleFactor }
    // A chain of one's own goes back on purpose; behind a public address stand nodes that lag.
    return createHeadTracker(sendRpc, times, network.followsWallClock ? publicLagBlocks : 0)
  })
}
