import type { IndexedAt } from '@/lib/subgraph/meta'
import { indexedAt } from '@/lib/subgraph/meta'
import { type BlockPin, readAllPages } from '@/lib/subgraph/paging'

/** Every row of a list of the index, and the block it was read at. */
export interface Rows<Row> {
  rows: readonly Row[]
  indexedAt: IndexedAt
}

/**
 * Reads a whole list page by page at one block.
 * @throws SourceError
 */
export async function readRows<
  Answer extends { _meta: Parameters<typeof indexedAt>[0] },
  Row extends { id: string },
>(
  ask: (after: string, block: BlockPin) => Promise<Answer>,
  rowsOf: (answer: Answer) => readonly Row[],
): Promise<Rows<Row>> {
  const { rows, block, timestamp } = await readAllPages(async (after, pin) => {
    const answer = await ask(after, pin)
    return { rows: rowsOf(answer), ...indexedAt(answer._meta) }
  })
  return { rows, indexedAt: { block, timestamp } }
}
