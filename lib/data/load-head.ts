import type { Head } from '@/lib/data/head'
import { readIndexPosition } from '@/lib/data/index-position'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import type { IndexedAt } from '@/lib/subgraph/meta'

/** The newest block this copy knows, and the newest the index has seen (null when it is missing or failing). */
export interface HeadView {
  chain: Head
  subgraph: IndexedAt | null
}

/** Where this copy stands. */
export function loadHead(): Promise<Loaded<HeadView>> {
  return load(async (reading) => ({ chain: reading.head, subgraph: await readIndexPosition(reading) }))
}
