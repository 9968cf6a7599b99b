import type { EventRow } from '@/lib/data/event-rows'
import { indexNumber } from '@/lib/data/index-figures'
import { SourceError } from '@/lib/network/source-error'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { pageSize } from '@/lib/subgraph/paging'

/** Where a page of events ends; the next one goes on behind it, whatever has been added in front since. */
export interface EventCursor {
  timestamp: number
  block: number
  logIndex: number
}

/** Which events are asked for. */
export interface EventPageQuery {
  /** Unix seconds, inclusive; null: from the beginning, until now. */
  since: number | null
  until: number | null
  after: EventCursor | null
  /** At most so many. */
  rows: number
}

/** Events newest first. */
export interface EventPage {
  rows: readonly EventRow[]
  /** Behind it there are more; null: this is their end. */
  next: EventCursor | null
}

/** What a page asks of each list of the index. */
export interface EventBounds extends Record<string, number> {
  /** Unix seconds, inclusive. */
  since: number
  until: number
  first: number
}

/** One second holds few events: so many more are asked for than a page shows. */
const sameSecondRoom = 40
const lastSecond = 2 ** 31 - 1

const newestFirst = (left: EventCursor, right: EventCursor) =>
  right.block - left.block || right.logIndex - left.logIndex

/**
 * A page of the merged lists: newest first, behind the cursor. Lists that were cut before the page's end would hide rows, so
 * the page ends where the first cut list ends.
 * @param asked rows that each list was asked for
 */
export function pageOf(
  lists: readonly (readonly EventRow[])[],
  query: Pick<EventPageQuery, 'after' | 'rows'>,
  asked: number,
): Pick<EventPage, 'next'> & { rows: EventRow[]; cut: boolean } {
  const { after } = query
  // Behind the oldest second of a list that was cut, rows may be missing.
  const safeFrom = Math.max(
    0,
    ...lists
      .filter((list) => list.length >= asked)
      .map((list) => Math.min(...list.map((row) => row.timestamp)) + 1),
  )
  const behind = lists
    .flat()
    .filter((row) => !after || newestFirst(after, row) < 0)
    .filter((row) => row.timestamp >= safeFrom)
    .sort(newestFirst)
  const rows = behind.slice(0, query.rows)
  const last = rows.at(-1)
  const cut = safeFrom > 0
  const more = behind.length > rows.length || cut
  return {
    rows,
    cut,
    next: more && last ? { timestamp: last.timestamp, block: last.block, logIndex: last.logIndex } : null,
  }
}

/** Names everything a page depends on, for caches. */
export function pageKey({ since, until, after, rows }: EventPageQuery): string {
  return [since, until, after && cursorText(after), rows].join('/')
}

/**
 * A page of events out of one list or several, each newest first: complete, whatever stands in one second.
 * @param ask reads the lists within bounds
 * @throws SourceError
 */
export async function readEventPage(
  query: EventPageQuery,
  ask: (bounds: EventBounds) => Promise<{ lists: readonly (readonly EventRow[])[]; indexedAt: IndexedAt }>,
): Promise<EventPage & { indexedAt: IndexedAt }> {
  const { since, until, after } = query
  for (let first = query.rows + sameSecondRoom; ; first = Math.min(pageSize, first * 4)) {
    const { lists, indexedAt } = await ask({
      since: since ?? 0,
      until: Math.min(until ?? lastSecond, after?.timestamp ?? lastSecond),
      first,
    })
    const { rows, next, cut } = pageOf(lists, query, first)
    // Nothing whole in a cut answer: one second holds more events than were asked for.
    if (rows.length > 0 || !cut) return { rows, next, indexedAt }
    if (first === pageSize)
      throw new SourceError(
        'More than a thousand events share one second of this list.',
        'Narrow the filter to another type.',
      )
  }
}

/** A cursor as it stands in a URL, and back; null for what is none. */
export function cursorText({ timestamp, block, logIndex }: EventCursor): string {
  return `${timestamp}.${block}.${logIndex}`
}

/** @returns null for text that is no cursor */
export function parseCursor(text: string | null): EventCursor | null {
  const parts = /^(\d{1,10})\.(\d{1,12})\.(\d{1,9})$/.exec(text ?? '')
  if (!parts) return null
  const [, timestamp = '', block = '', logIndex = ''] = parts
  return { timestamp: indexNumber(timestamp), block: indexNumber(block), logIndex: indexNumber(logIndex) }
}
