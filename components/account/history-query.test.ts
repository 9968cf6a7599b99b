import { describe, expect, it } from 'vitest'
import { dayStart, historyHref, historyQuery, parseHistory } from '@/components/account/history-query'

describe('parseHistory', () => {
  it('takes type, days and cursor', () => {
    const state = parseHistory({ type: 'staking', from: '2026-05-01', to: '2026-05-31', after: '9.8.7' })
    expect(state).toEqual({
      group: 'staking',
      from: '2026-05-01',
      to: '2026-05-31',
      after: { timestamp: 9, block: 8, logIndex: 7 },
    })
    expect(historyHref('/x', state)).toBe('/x?type=staking&from=2026-05-01&to=2026-05-31&after=9.8.7')
  })
  it('falls back to everything', () => {
    expect(parseHistory({ type: 'nothing', from: '2026-02-31', to: ['a'], after: 'x' })).toEqual({
      group: null,
      from: null,
      to: null,
      after: null,
    })
    expect(historyHref('/x', {})).toBe('/x')
  })
})

describe('historyQuery', () => {
  it('counts the last day whole', () => {
    const query = historyQuery({ group: null, from: '2026-05-01', to: '2026-05-01', after: null }, 50)
    expect(query.until).toBe((query.since ?? 0) + 86_399)
    expect(query.groups).toHaveLength(4)
  })
  it('knows days from other text', () => {
    expect(dayStart('1970-01-02')).toBe(86_400)
    expect(dayStart('1970-1-2')).toBeNull()
    expect(dayStart(null)).toBeNull()
  })
})
