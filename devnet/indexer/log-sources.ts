import type { Deployment } from '@/devnet/types'
import { events } from './abi'
import type { ChainLog, ChainSource } from './chain-source'
import { type SourceName, topicsOf } from './event-decoder'

const fixedSources = Object.keys(events) as (keyof typeof events)[]

/** Contracts of a deployment whose events are followed, and the first block that can hold one. */
export interface LogSources {
  /** Source by lower-case address. */
  readonly byAddress: ReadonlyMap<string, SourceName>
  readonly startBlock: number
}

/** Reads what to follow from a deployment; contracts it does not name are left out. An older Minter goes by `MinterV1`. */
export function logSourcesOf(deployment: Pick<Deployment, 'contracts' | 'blocks'>): LogSources {
  const byAddress = new Map<string, SourceName>()
  const starts: number[] = []
  const add = (name: string, source: SourceName) => {
    const address = deployment.contracts[name]
    if (!address) return
    byAddress.set(address.toLowerCase(), source)
    starts.push(deployment.blocks[name] ?? 0)
  }
  for (const source of fixedSources) add(source, source)
  add('MinterV1', 'Minter')
  return { byAddress, startBlock: starts.length > 0 ? Math.min(...starts) : 0 }
}

/**
 * Logs of a range that the index follows, in chain order. Polls are contracts of their own: their votes are read by
 * topic from every address and sorted out by the handler.
 */
export async function readLogs(
  source: ChainSource,
  sources: LogSources,
  from: number,
  to: number,
): Promise<ChainLog[]> {
  const followed = [...new Set(sources.byAddress.values())]
  const fixed = await source.logs(
    { addresses: [...sources.byAddress.keys()], topics: followed.flatMap(topicsOf) },
    from,
    to,
  )
  const votes = followed.includes('PollCreator')
    ? await source.logs({ topics: topicsOf('Poll') }, from, to)
    : []
  return [...fixed, ...votes].sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
}
