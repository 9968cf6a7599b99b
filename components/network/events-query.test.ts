import { describe, expect, it } from 'vitest'
import {
  chosenTypes,
  eventsHref,
  eventsQuery,
  isNarrowed,
  parseEvents,
} from '@/components/network/events-query'
import { allEventTypes, eventGroups } from '@/lib/data/event-types'

const account = '0x00000000000000000000000000000000000000aa'

describe('parseEvents', () => {
  it('takes a group or a type, account, days and cursor, and writes them back', () => {
    const url = `/transactions?type=stake&account=${account}&from=2026-05-01&to=2026-05-31&after=9.8.7`
    const state = parseEvents(Object.fromEntries(new URL(url, 'http://x').searchParams))
    expect(state).toMatchObject({ choice: { group: 'stake' }, account, noAccount: null })
    expect(eventsHref(state)).toBe(url)
    const single = parseEvents({ type: 'transfer-bond' })
    expect(single.choice).toEqual({ type: 'TransferBondEvent' })
    expect(eventsHref(single)).toBe('/transactions?type=transfer-bond')
  })
  it('falls back to everything, and says that an account is none', () => {
    const state = parseEvents({ type: 'x', account: '0x12', from: '2026-02-31', to: ['a'], after: '-1' })
    expect(state).toEqual({
      choice: null,
      account: null,
      noAccount: '0x12',
      from: null,
      to: null,
      after: null,
    })
    expect(isNarrowed(state)).toBe(false)
    expect(eventsHref(state)).toBe('/transactions')
  })
})

describe('what the loader is asked', () => {
  it('is every type without a choice, and each type in one group only', () => {
    expect(chosenTypes(null)).toBeNull()
    const grouped = eventGroups.flatMap((group) => chosenTypes({ group }) ?? [])
    expect(grouped.toSorted()).toEqual([...allEventTypes].toSorted())
  })
  it('counts the last day whole', () => {
    const query = eventsQuery(parseEvents({ from: '2026-05-01', to: '2026-05-01' }), 50)
    expect(query.until).toBe((query.since ?? 0) + 86_399)
  })
})
