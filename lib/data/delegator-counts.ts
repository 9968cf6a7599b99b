import { delegatorPageDocument } from '@/lib/subgraph/documents/delegator-pages'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { readAllPages } from '@/lib/subgraph/paging'
import { querySubgraph } from '@/lib/subgraph/query'

/** Accounts with stake: all of them, and by delegate (lower-case address). */
export interface DelegatorCounts {
  total: number
  byDelegate: ReadonlyMap<string, number>
  indexedAt: IndexedAt
}

/** Counts by delegate. The index's own counter is wrong (subgraph.md Q3), so rows are counted. */
export function countByDelegate(rows: readonly { delegate: { id: string } | null }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { delegate } of rows) {
    if (delegate) counts.set(delegate.id, (counts.get(delegate.id) ?? 0) + 1)
  }
  return counts
}

/**
 * Reads every account with stake, page by page at one block.
 * @throws SourceError
 */
export async function readDelegatorCounts(): Promise<DelegatorCounts> {
  const { rows, block, timestamp } = await readAllPages(async (after, pin) => {
    const page = await querySubgraph(delegatorPageDocument, { after, block: pin })
    return { rows: page.delegators, ...indexedAt(page._meta) }
  })
  return { total: rows.length, byDelegate: countByDelegate(rows), indexedAt: { block, timestamp } }
}
