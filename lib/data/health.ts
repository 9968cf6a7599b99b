import type { AddressObjection } from '@/lib/contracts/controller'
import { within } from '@/lib/data/cache'
import { contractObjections } from '@/lib/data/contract-check'
import { headTracker } from '@/lib/data/head'
import { readIndexPosition } from '@/lib/data/index-position'
import { load } from '@/lib/data/reading'
import type { SourceNote } from '@/lib/data/types'
import { type EndpointHealth, endpointHealth } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'

export interface SourceHealth {
  /** null when the source did not answer. */
  block: number | null
  timestamp: number | null
  /** What it said just now. */
  note: SourceNote | null
  /** By host only: addresses of endpoints may hold keys. */
  endpoints: readonly EndpointHealth[]
}

export interface Health {
  /** `ok`; `degraded`: figures are shown, some are old or missing; `failing`: the chain cannot be read. */
  status: 'ok' | 'degraded' | 'failing'
  network: string
  chainId: number
  /** Changes when the chain was rolled back. */
  lineage: string | null
  /** Unix ms of this machine at which the newest block last changed. */
  headMovedAt: number | null
  /** What the Controller says against the pinned addresses; null while it could not be asked. */
  contracts: readonly AddressObjection[] | null
  chain: SourceHealth
  subgraph: SourceHealth & { configured: boolean }
}

/** How long a monitor waits for the Controller's answer, ms. */
const contractPatienceMs = 2_000

/** Asks every source now (through the caches, so that monitors cost at most one request per window). */
export async function readHealth(): Promise<Health> {
  const { network, rpc, subgraph } = settings()
  const [loaded, contracts] = await Promise.all([
    load(readIndexPosition),
    within(contractObjections(), contractPatienceMs).catch(() => null),
  ])
  const asOf = 'asOf' in loaded ? loaded.asOf : null
  const noteOf = (source: SourceNote['source']) =>
    asOf?.sources.find((note) => note.source === source) ?? null
  const indexNote = noteOf('subgraph')
  const indexAt = indexNote && 'block' in indexNote ? indexNote : null
  const differs = contracts?.some(({ state }) => state === 'differs') ?? false
  const quietly = loaded.state === 'ready' || (loaded.state === 'partial' && indexNote?.state === 'missing')
  return {
    status: asOf === null ? 'failing' : quietly && !differs ? 'ok' : 'degraded',
    network: network.name,
    chainId: network.chainId,
    lineage: headTracker().peek()?.lineage ?? null,
    headMovedAt: headTracker().movedAt() || null,
    contracts,
    chain: {
      block: asOf?.block ?? null,
      timestamp: asOf?.timestamp ?? null,
      note:
        noteOf('chain') ??
        ('reason' in loaded
          ? { source: 'chain', state: 'failed', reason: loaded.reason, next: loaded.next }
          : null),
      endpoints: endpointHealth(rpc),
    },
    subgraph: {
      configured: subgraph.length > 0,
      block: indexAt?.block ?? null,
      timestamp: indexAt?.timestamp ?? null,
      note: indexNote,
      endpoints: endpointHealth(subgraph),
    },
  }
}
