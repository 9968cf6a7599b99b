import { indexNumber } from '@/lib/data/index-figures'
import { yieldStartsDocument } from '@/lib/subgraph/documents/yield-starts'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { readAllPages } from '@/lib/subgraph/paging'
import { querySubgraph } from '@/lib/subgraph/query'

/** Newest round up to a limit in which an orchestrator had a reward, and fees; 0: none. */
export interface LastRounds {
  reward: number
  fee: number
}

/** Where factors in force at the end of a past round were written, by orchestrator (lower-case address). */
export interface YieldStarts {
  round: number
  byAddress: ReadonlyMap<string, LastRounds>
  indexedAt: IndexedAt
}

/**
 * Last rounds with a reward and with fees, up to `round`, of everyone with delegated stake.
 * @throws SourceError
 */
export async function readYieldStarts(round: number): Promise<YieldStarts> {
  const { rows, block, timestamp } = await readAllPages(async (after, pin) => {
    const page = await querySubgraph(yieldStartsDocument, { round: `${round}`, after, block: pin })
    return { rows: page.transcoders, ...indexedAt(page._meta) }
  })
  const lastOf = (pools: readonly { round: { id: string } }[] | null) =>
    indexNumber(pools?.[0]?.round.id ?? '0')
  const byAddress = rows.map((row): [string, LastRounds] => [
    row.id,
    { reward: lastOf(row.rewards), fee: lastOf(row.fees) },
  ])
  return { round, byAddress: new Map(byAddress), indexedAt: { block, timestamp } }
}
