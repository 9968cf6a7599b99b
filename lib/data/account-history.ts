import type { ResultOf } from 'gql.tada'
import { type Address, getAddress } from 'viem'
import { type EventCursor, type EventPageQuery, pageKey, readEventPage } from '@/lib/data/event-pages'
import { type EventRow, eventRow, fromOtherSide } from '@/lib/data/event-rows'
import type { EventKind } from '@/lib/data/event-types'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { accountHistoryDocument } from '@/lib/subgraph/documents/account-history'
import { indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

export const historyGroups = ['staking', 'orchestrating', 'gateway', 'governance'] as const

/** What an event is about, as the filter names it. */
export type HistoryGroup = (typeof historyGroups)[number]

/** One event of an account, told from its side. */
export type HistoryRow = EventRow

export interface HistoryQuery extends EventPageQuery {
  groups: readonly HistoryGroup[]
}

/** A page of an account's history, newest first. */
export interface HistoryView {
  account: Address
  /** null: the index, which alone has history, did not answer. */
  rows: readonly HistoryRow[] | null
  /** Behind it the history goes on; null: this is its end. */
  next: EventCursor | null
}

type Lists = Omit<ResultOf<typeof accountHistoryDocument>, '_meta'>

/** Lists in which the account is the other side of the event. */
const otherSides: Partial<Record<keyof Lists, EventKind>> = {
  received: 'transferIn',
  ticketsPaid: 'ticketPaid',
}

function decode(lists: Lists): HistoryRow[][] {
  const names = Object.keys(lists) as (keyof Lists)[]
  return names.map((name) => {
    const kind = otherSides[name]
    const rows = (lists[name] ?? []).map(eventRow)
    return kind ? rows.map((row) => fromOtherSide(row, kind)) : rows
  })
}

/** A page of everything the index has of an account. */
export function loadAccountHistory(address: Address, query: HistoryQuery): Promise<Loaded<HistoryView>> {
  const id = address.toLowerCase()
  return load(async (reading): Promise<HistoryView> => {
    const read = await reading.index(`history/${id}/${keyOf(query)}`, 'per-minute', () =>
      readEventPage(query, async (bounds) => {
        const { _meta, ...lists } = await querySubgraph(accountHistoryDocument, {
          account: id,
          ...bounds,
          block: { number_gte: 0 },
          ...groupFlags(query.groups),
        })
        return { lists: decode(lists), indexedAt: indexedAt(_meta) }
      }),
    )
    return { account: getAddress(address), rows: read?.rows ?? null, next: read?.next ?? null }
  })
}

function keyOf({ groups, ...query }: HistoryQuery): string {
  return `${groups.join('+')}/${pageKey(query)}`
}

function groupFlags(groups: readonly HistoryGroup[]): Record<HistoryGroup, boolean> {
  const chosen = new Set(groups)
  return {
    staking: chosen.has('staking'),
    orchestrating: chosen.has('orchestrating'),
    gateway: chosen.has('gateway'),
    governance: chosen.has('governance'),
  }
}
