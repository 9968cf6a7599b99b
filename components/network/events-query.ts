import type { Address } from 'viem'
import { dayStart } from '@/components/account/history-query'
import { cursorText, type EventCursor, parseCursor } from '@/lib/data/event-pages'
import {
  allEventTypes,
  type EventGroup,
  type EventType,
  eventGroups,
  eventTypes,
} from '@/lib/data/event-types'
import type { NetworkEventsQuery } from '@/lib/data/network-events'
import { parseAddress } from '@/lib/format/address-checksum'

export const eventsPath = '/transactions'
export const eventsPerPage = 50

/** What the list is narrowed to: a group of types, or one of them. */
export type EventChoice = { group: EventGroup } | { type: EventType }

/** The list's state, all of it in the URL. */
export interface EventsState {
  /** null: every type. */
  choice: EventChoice | null
  account: Address | null
  /** What stands in the URL instead of an account and is none, or is a name not looked up yet; null: nothing. */
  noAccount: string | null
  /** Days as yyyy-mm-dd, UTC, inclusive; null: open. */
  from: string | null
  to: string | null
  after: EventCursor | null
}

/** Longest text that is said to be no account. */
const longestText = 64

function parseChoice(text: string | null): EventChoice | null {
  const group = eventGroups.find((candidate) => candidate === text)
  if (group) return { group }
  const type = allEventTypes.find((candidate) => eventTypes[candidate].slug === text)
  return type ? { type } : null
}

/** A choice as it stands in the URL. */
export function choiceText(choice: EventChoice): string {
  return 'group' in choice ? choice.group : eventTypes[choice.type].slug
}

/** URL parameters to the list's state; what is missing or not known falls back to everything, but for an account that is none. */
export function parseEvents(params: Readonly<Record<string, unknown>>): EventsState {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name].trim() : null)
  const day = (name: string) => (dayStart(text(name)) === null ? null : text(name))
  const typed = text('account') || null
  const parsed = typed === null ? null : parseAddress(typed)
  return {
    choice: parseChoice(text('type')),
    account: parsed?.ok ? parsed.address : null,
    noAccount: parsed && !parsed.ok ? (typed?.slice(0, longestText) ?? null) : null,
    from: day('from'),
    to: day('to'),
    after: parseCursor(text('after')),
  }
}

/** The URL of a state; defaults are left out. */
export function eventsHref(state: Partial<EventsState>, path = eventsPath): string {
  const params = new URLSearchParams()
  if (state.choice) params.set('type', choiceText(state.choice))
  if (state.account) params.set('account', state.account)
  if (state.from) params.set('from', state.from)
  if (state.to) params.set('to', state.to)
  if (state.after) params.set('after', cursorText(state.after))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Types a choice stands for; null: every type. */
export function chosenTypes(choice: EventChoice | null): readonly EventType[] | null {
  if (!choice) return null
  if ('type' in choice) return [choice.type]
  return allEventTypes.filter((type) => eventTypes[type].group === choice.group)
}

/** What the loader is asked for in a state. */
export function eventsQuery(state: EventsState, rows: number): NetworkEventsQuery {
  const until = dayStart(state.to)
  return {
    types: chosenTypes(state.choice),
    account: state.account,
    since: dayStart(state.from),
    until: until === null ? null : until + 86_399,
    after: state.after,
    rows,
  }
}

/** Whether anything narrows the list. */
export function isNarrowed({ choice, account, from, to }: EventsState): boolean {
  return choice !== null || account !== null || from !== null || to !== null
}
