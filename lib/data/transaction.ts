import type { ResultOf } from 'gql.tada'
import { type Address, getAddress, type Hash } from 'viem'
import { type EventRow, eventRow, isOfPoll, proposalOf } from '@/lib/data/event-rows'
import type { TransactionResult } from '@/lib/search/types'
import { transactionDocument } from '@/lib/subgraph/documents/transaction'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

type Row = NonNullable<ResultOf<typeof transactionDocument>['transaction']>
type Place = TransactionResult['place']

/** Whose page an event is on; null: it is the network's own, such as the start of a round. */
function placeOf(row: EventRow): Place | null {
  const proposal = proposalOf(row)
  if (proposal) return { kind: 'proposal', id: proposal }
  if (isOfPoll(row)) return row.other && { kind: 'poll', address: row.other }
  return row.who && { kind: 'account', address: row.who }
}

const keyOf = (place: Place) => `${place.kind} ${'id' in place ? place.id : place.address}`

/** One result for each page a transaction is on; that of its sender where it is on none. */
function resultsOf(row: Row): TransactionResult[] {
  const byPlace = new Map<string, TransactionResult & { events: string[] }>()
  const add = (place: Place, event: string | null) => {
    const known = byPlace.get(keyOf(place))
    const result = known ?? {
      kind: 'transaction',
      hash: row.id as Hash,
      timestamp: row.timestamp,
      events: [],
      place,
    }
    if (event !== null && !result.events.includes(event)) result.events.push(event)
    byPlace.set(keyOf(place), result)
  }
  const sender: Place = { kind: 'account', address: getAddress(row.from) as Address }
  for (const event of row.events ?? []) {
    const place = placeOf(eventRow(event))
    if (place) add(place, event.__typename)
  }
  if (byPlace.size === 0) {
    add(sender, null)
    for (const { __typename } of row.events ?? []) add(sender, __typename)
  }
  return [...byPlace.values()]
}

/**
 * Where a transaction is to be found on this site, by the index; empty: it knows none of that hash.
 * @throws SourceError
 */
export async function readTransaction(
  hash: Hash,
): Promise<{ results: readonly TransactionResult[]; indexedAt: IndexedAt }> {
  const { _meta, transaction } = await querySubgraph(transactionDocument, { hash })
  return { results: transaction ? resultsOf(transaction) : [], indexedAt: indexedAt(_meta) }
}
