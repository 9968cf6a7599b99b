import { type HistoryGroup, type HistoryQuery, historyGroups } from '@/lib/data/account-history'
import { cursorText, type EventCursor, parseCursor } from '@/lib/data/event-pages'

export const historyRowsPerPage = 50

/** The history's state, all of it in the URL. */
export interface HistoryState {
  /** null: all types. */
  group: HistoryGroup | null
  /** Days as yyyy-mm-dd, UTC, inclusive; null: open. */
  from: string | null
  to: string | null
  after: EventCursor | null
}

/** Unix seconds of the beginning of a UTC day; null for text that is none. */
export function dayStart(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  // Dates such as 2026-02-31 roll over: they are no days.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return null
  return time / 1000
}

/** URL parameters to the history's state; what is missing or not known falls back to everything. */
export function parseHistory(params: Readonly<Record<string, unknown>>): HistoryState {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null)
  const day = (name: string) => (dayStart(text(name)) === null ? null : text(name))
  return {
    group: historyGroups.find((group) => group === text('type')) ?? null,
    from: day('from'),
    to: day('to'),
    after: parseCursor(text('after')),
  }
}

/** The URL of a state; defaults are left out. */
export function historyHref(path: string, state: Partial<HistoryState>): string {
  const params = new URLSearchParams()
  if (state.group) params.set('type', state.group)
  if (state.from) params.set('from', state.from)
  if (state.to) params.set('to', state.to)
  if (state.after) params.set('after', cursorText(state.after))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

/** What the loader is asked for in a state. */
export function historyQuery(state: HistoryState, rows: number): HistoryQuery {
  const until = dayStart(state.to)
  return {
    groups: state.group ? [state.group] : historyGroups,
    since: dayStart(state.from),
    until: until === null ? null : until + 86_399,
    after: state.after,
    rows,
  }
}
