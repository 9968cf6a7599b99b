import type { Address } from 'viem'
import {
  type EventBounds,
  type EventCursor,
  type EventPageQuery,
  pageKey,
  readEventPage,
} from '@/lib/data/event-pages'
import { type EventRow, eventRow } from '@/lib/data/event-rows'
import { allEventTypes, type EventType, eventTypes } from '@/lib/data/event-types'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import {
  eventsByTypeDocument,
  networkEventsDocument,
  oldestEventDocument,
} from '@/lib/subgraph/documents/network-events'
import { indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

export interface NetworkEventsQuery extends EventPageQuery {
  /** null: every type. */
  types: readonly EventType[] | null
  /** On either side of the event; null: anybody. Of events that name nobody: who sent the transaction. */
  account: Address | null
}

/** A page of the network's events, newest first. Nothing of it is left out. */
export interface NetworkEventsView {
  /** null: the index, which alone has events, did not answer. */
  rows: readonly EventRow[] | null
  /** Behind it there are more; null: this is their end. */
  next: EventCursor | null
  /** Unix seconds of the oldest event that the index has; null: not known. */
  oldestAt: number | null
}

const newest = { types: null, account: null, since: null, until: null, after: null } as const

/** A page of all events of the network that fit. */
export function loadNetworkEvents(query: NetworkEventsQuery): Promise<Loaded<NetworkEventsView>> {
  return load(async (reading): Promise<NetworkEventsView> => {
    const [page, oldest] = await Promise.all([
      reading.index(`events/${keyOf(query)}`, 'per-minute', () =>
        readEventPage(query, (bounds) =>
          query.types || query.account ? readByType(query, bounds) : readAll(bounds),
        ),
      ),
      reading.index('oldest-event', 'per-round', async () => {
        const { _meta, events } = await querySubgraph(oldestEventDocument, { block: { number_gte: 0 } })
        return { at: events[0]?.timestamp ?? null, indexedAt: indexedAt(_meta) }
      }),
    ])
    return { rows: page?.rows ?? null, next: page?.next ?? null, oldestAt: oldest?.at ?? null }
  })
}

/** The newest events of the network, of every type. */
export function loadNewestEvents(rows: number): Promise<Loaded<NetworkEventsView>> {
  return loadNetworkEvents({ ...newest, rows })
}

function keyOf({ types, account, ...page }: NetworkEventsQuery): string {
  return `${types?.join('+') ?? 'all'}/${account?.toLowerCase() ?? ''}/${pageKey(page)}`
}

/** One list of all types: the index sorts it, and need not be asked for each type. */
async function readAll(bounds: EventBounds) {
  const { _meta, events } = await querySubgraph(networkEventsDocument, {
    ...bounds,
    block: { number_gte: 0 },
  })
  return { lists: [events.map(eventRow)], indexedAt: indexedAt(_meta) }
}

/** A list of each chosen type: a list of all types cannot be filtered by type or account. */
async function readByType({ types, account }: NetworkEventsQuery, { first, ...span }: EventBounds) {
  const chosen = new Set<EventType>(types ?? allEventTypes)
  const perType = allEventTypes.flatMap((type) => [
    [`with${type}`, chosen.has(type)],
    [`of${type}`, filterOf(type, account, span)],
  ])
  const { _meta, ...lists } = await querySubgraph(eventsByTypeDocument, {
    first,
    block: { number_gte: 0 },
    ...Object.fromEntries(perType),
  })
  return {
    lists: Object.values(lists).map((list) => (list ?? []).map(eventRow)),
    indexedAt: indexedAt(_meta),
  }
}

/** What rows of a type must fit. */
export function filterOf(
  type: EventType,
  account: Address | null,
  { since, until }: Pick<EventBounds, 'since' | 'until'>,
): Readonly<Record<string, unknown>> {
  const span = { timestamp_gte: since, timestamp_lte: until }
  if (!account) return span
  const id = account.toLowerCase()
  const { parties } = eventTypes[type]
  if (parties.length === 0) return { ...span, transaction_: { from: id } }
  // The index refuses a filter beside `or`: each branch repeats it (subgraph.md 5.3).
  return { or: parties.map((field) => ({ ...span, [field]: id })) }
}
