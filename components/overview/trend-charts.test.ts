import { describe, expect, it } from 'vitest'
import { dayTrend, feeFigures } from '@/components/overview/trend-charts'
import { usualTrends } from '@/components/overview/trend-query'
import type { ProtocolDay } from '@/lib/data/protocol-days'
import { DAY } from '@/lib/protocol/day-series'

const coin = 10n ** 18n
/** Monday 5 January 2026. */
const monday = 1_767_571_200

const daysOf = (count: number, more: (place: number) => Partial<ProtocolDay> = () => ({})): ProtocolDay[] =>
  Array.from({ length: count }, (_, place) => ({
    at: monday + place * DAY,
    feesWei: coin * BigInt(place + 1),
    feesUsdWei: coin * 2_000n * BigInt(place + 1),
    supplyWei: 100n * coin,
    activeStakeWei: 50n * coin,
    inflationP9: 560_000n,
    orchestrators: 50n,
    running: place === count - 1,
    ...more(place),
  }))

describe('a chart over days', () => {
  it('marks the running day, and takes figure and change from whole days', () => {
    const { spec, figure } = dayTrend('fees', daysOf(4), usualTrends)
    expect(spec.points.map(({ partial }) => partial === true)).toEqual([false, false, false, true])
    expect(figure).toEqual({
      value: '3.0000 ETH',
      when: '7 Jan 2026',
      change: '+50.00%, more than the day before',
    })
  })

  it('sums weeks as weeks, labelled by their Monday, the running one marked and not compared', () => {
    const { spec, figure } = dayTrend('fees', daysOf(16), { ...usualTrends, by: 'week' })
    expect(spec.axis.name).toBe('Week (UTC, from Monday)')
    expect(spec.points.map(({ label, text, partial }) => [label, text, partial === true])).toEqual([
      ['Week of 5 Jan 2026', '28 ETH', false],
      ['Week of 12 Jan 2026', '77 ETH', false],
      ['Week of 19 Jan 2026', '31 ETH', true],
    ])
    expect(figure?.change).toBe('+175.00%, more than the week before')
  })

  it('draws a day without a record as a gap that says so, never as zero', () => {
    const gap = daysOf(4, (place) => (place === 1 ? { inflationP9: null, activeStakeWei: null } : {}))
    for (const name of ['inflation', 'stake', 'participation'] as const) {
      const point = dayTrend(name, gap, usualTrends).spec.points[1]
      expect(point?.value, name).toBeNull()
      expect(point?.text, name).toMatch(/^no /)
    }
    expect(dayTrend('inflation', gap, usualTrends).figure?.change).toBe('the day before is not known')
  })

  it('leaves dollars of unpriced tickets out, of the day and of its week', () => {
    const days = daysOf(8, (place) => (place === 2 ? { feesUsdWei: null } : {}))
    const query = { ...usualTrends, unit: 'usd' } as const
    expect(dayTrend('fees', days, query).spec.points[2]?.value).toBeNull()
    expect(dayTrend('fees', days, query).spec.points[3]?.text).toBe('$8,000.00')
    expect(dayTrend('fees', days, { ...query, by: 'week' }).spec.points[0]?.value).toBeNull()
    expect(feeFigures(days).map(({ label, ethWei, usdWei }) => [label, ethWei, usdWei])).toEqual([
      ['day', 7n * coin, 14_000n * coin],
      ['week', 28n * coin, null],
    ])
  })

  it('goes back as far as its range, whole weeks at its beginning', () => {
    const days = daysOf(100)
    expect(dayTrend('supply', days, { ...usualTrends, range: '30d' }).spec.points).toHaveLength(30)
    expect(dayTrend('supply', days, { ...usualTrends, range: 'all' }).spec.points).toHaveLength(100)
    const weeks = dayTrend('fees', days, { ...usualTrends, range: '30d', by: 'week' }).spec.points
    expect(weeks[0]?.at).toBeLessThanOrEqual(days[70]?.at ?? 0)
    expect((weeks[0]?.at ?? 0) + 7 * DAY).toBeGreaterThan(days[70]?.at ?? 0)
  })

  it('shows the target of participation while it is known', () => {
    const days = daysOf(3)
    expect(dayTrend('participation', days, usualTrends, 500_000_000n).spec.marks).toEqual([
      { value: 50, label: 'Target 50%' },
    ])
    expect(dayTrend('participation', days, usualTrends).spec.marks).toEqual([])
  })

  it('has no figure before the first day is whole', () => {
    expect(dayTrend('fees', daysOf(1), usualTrends).figure).toBeNull()
    expect(feeFigures(daysOf(1))).toEqual([])
  })
})
