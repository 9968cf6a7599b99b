import { indexNumber } from '@/lib/data/index-figures'
import type { CutsSet } from '@/lib/protocol/cut-safety'
import { cutUpdatesDocument } from '@/lib/subgraph/documents/cut-updates'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { readAllPages } from '@/lib/subgraph/paging'
import { querySubgraph } from '@/lib/subgraph/query'

/** Cuts ever set, by orchestrator (lower-case address), oldest first. */
export interface CutHistories {
  byAddress: ReadonlyMap<string, readonly CutsSet[]>
  indexedAt: IndexedAt
}

/** Rows of the index by orchestrator, oldest first. */
export function cutsByOrchestrator(
  rows: readonly { timestamp: number; delegate: { id: string }; rewardCut: string; feeShare: string }[],
): Map<string, CutsSet[]> {
  const byAddress = new Map<string, CutsSet[]>()
  for (const { timestamp, delegate, rewardCut, feeShare } of rows) {
    const list = byAddress.get(delegate.id) ?? []
    byAddress.set(delegate.id, list)
    list.push({
      timestamp,
      rewardCutP6: BigInt(indexNumber(rewardCut)),
      feeShareP6: BigInt(indexNumber(feeShare)),
    })
  }
  for (const list of byAddress.values()) list.sort((a, b) => a.timestamp - b.timestamp)
  return byAddress
}

/**
 * Reads every TranscoderUpdate event, page by page at one block: cuts in force when a window opened may be years old.
 * @throws SourceError
 */
export async function readCutHistories(): Promise<CutHistories> {
  const { rows, block, timestamp } = await readAllPages(async (after, pin) => {
    const page = await querySubgraph(cutUpdatesDocument, { after, block: pin })
    return { rows: page.transcoderUpdateEvents, ...indexedAt(page._meta) }
  })
  return { byAddress: cutsByOrchestrator(rows), indexedAt: { block, timestamp } }
}
