import type { Reading } from '@/lib/data/reading'
import { healthDocument } from '@/lib/subgraph/documents/health'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** Where the index stands, or null when it is missing or failing. */
export async function readIndexPosition(reading: Reading): Promise<IndexedAt | null> {
  const position = await reading.index('position', 'live', async () => ({
    indexedAt: indexedAt((await querySubgraph(healthDocument, {}))._meta),
  }))
  return position?.indexedAt ?? null
}
