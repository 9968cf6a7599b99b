import { SourceError } from '@/lib/network/source-error'

/** Where the index stood when it answered. */
export interface IndexedAt {
  block: number
  timestamp: number
}

/**
 * Block and time from an answer's `_meta`.
 * @throws SourceError when it has none: figures without a block are not shown
 */
export function indexedAt(meta: { block: { number: number; timestamp: number | null } } | null): IndexedAt {
  if (meta?.block.timestamp == null) {
    throw new SourceError('The subgraph did not say which block it stands at.', 'Try again in a moment.')
  }
  return { block: meta.block.number, timestamp: meta.block.timestamp }
}
