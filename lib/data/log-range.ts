import { readChain } from '@/lib/data/chain-client'
import { isSourceError } from '@/lib/network/source-error'

/** Logs from the newest block backwards, as far as the node gives them. */
export interface LogRange<Log> {
  /** First block that was read. */
  fromBlock: number
  /** Not in any order. */
  logs: readonly Log[]
}

/** Requests one reading may take; public nodes refuse wide ranges, and each refusal costs one. */
const mostRequests = 16

/**
 * Reads logs from a block backwards. The range is all there is at first; when the node refuses it, a quarter, and so on.
 * Stops at the oldest block wanted, when `enough` says so, or when the requests are used up.
 *
 * @param ask one read of a range, both ends included
 * @param options oldest: first block wanted, 0 if absent; enough: whether what is read so far is all that is wanted
 * @returns null when the node gave nothing at all
 */
export async function readLogsBack<Log>(
  newest: number,
  ask: (range: { fromBlock: number; toBlock: number }) => Promise<readonly Log[]>,
  { oldest = 0, enough = () => false }: { oldest?: number; enough?: (logs: readonly Log[]) => boolean } = {},
): Promise<LogRange<Log> | null> {
  const logs: Log[] = []
  let next = newest
  let span = newest - oldest + 1
  for (let request = 0; request < mostRequests && next >= oldest; request += 1) {
    const fromBlock = Math.max(oldest, next - span + 1)
    try {
      logs.push(...(await ask({ fromBlock, toBlock: next })))
    } catch (error) {
      if (!isSourceError(error)) throw error
      if (span === 1) break
      span = Math.ceil(span / 4)
      continue
    }
    next = fromBlock - 1
    if (enough(logs)) break
  }
  return next === newest ? null : { fromBlock: next + 1, logs }
}

/** Time of a block, Unix seconds. */
export function readBlockTime(block: number): Promise<number> {
  return readChain((client) => client.getBlock({ blockNumber: BigInt(block) })).then(({ timestamp }) =>
    Number(timestamp),
  )
}
