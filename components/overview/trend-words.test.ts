import { describe, expect, it } from 'vitest'
import { dollars } from '@/components/overview/lpt-price'
import { priceTrend, treasuryTrend } from '@/components/overview/round-trends'
import { changeWords } from '@/components/overview/trend-figure'
import {
  offeredRanges,
  parseTrendQuery,
  roundsOf,
  trendHref,
  trendSource,
  usualTrends,
} from '@/components/overview/trend-query'
import { DAY } from '@/lib/protocol/day-series'

const coin = 10n ** 18n

describe('a change in words', () => {
  it.each([
    [110n, 100n, 'relative', '+10.00%, more than the day before'],
    [90n, 100n, 'relative', '−10.00%, less than the day before'],
    [100n, 100n, 'relative', 'the same as the day before'],
    [1_000_001n, 1_000_000n, 'relative', 'under +0.01%, more than the day before'],
    [5n, 0n, 'relative', 'more than the day before'],
    [5n, null, 'relative', 'the day before is not known'],
    [535_600_000n, 535_400_000n, 'points', '+0.02 points, more than the day before'],
    [560_500n, 561_000n, 'points', '−0.00005 points, less than the day before'],
    [52n, 50n, 'count', '+2, more than the day before'],
  ] as const)('from %s after %s as %s', (value, before, as, words) => {
    expect(changeWords({ value, before }, as, 'day')).toBe(words)
  })
})

describe('ranges', () => {
  it.each([
    [1, ['all']],
    [30, ['all']],
    [31, ['30d', 'all']],
    [365, ['30d', '90d', 'all']],
    [366, ['30d', '90d', '1y', 'all']],
  ])('%d days fill %s', (days, offered) => {
    expect(offeredRanges(days)).toEqual(offered)
  })
  it('are read from a URL and written back, nonsense as usual', () => {
    const query = { range: '1y', by: 'week', unit: 'usd' } as const
    expect(trendHref(query)).toBe('/?range=1y&by=week&in=usd#trends')
    expect(parseTrendQuery({ range: '1y', by: 'week', in: 'usd' })).toEqual(query)
    expect(parseTrendQuery({ range: '9y', by: ['week'], in: 'x' })).toEqual(usualTrends)
    expect(trendHref(usualTrends)).toBe('/#trends')
    expect(trendSource('fees', query).csv).toBe('/trends/fees/csv?range=1y&by=week&in=usd')
  })
  it('are counted in whole rounds where a chart goes by rounds', () => {
    expect(roundsOf('30d', 76_524)).toBe(34)
    expect(roundsOf('all', 76_524)).toBeNull()
  })
})

describe('the price of LPT', () => {
  const day = {
    at: 20_000 * DAY,
    feesWei: 2n * coin,
    feesUsdWei: 4_000n * coin,
    supplyWei: null,
    activeStakeWei: null,
    inflationP9: null,
    orchestrators: null,
    running: false,
  }
  const rounds = [
    { round: 10, at: 20_000 * DAY + 5, ethWei: coin / 1_000n },
    { round: 12, at: 20_001 * DAY + 5, ethWei: coin / 800n },
    { round: 13, at: 20_002 * DAY, ethWei: null },
  ]
  it('is in dollars of its day only where that day has both sums, and a gap elsewhere', () => {
    const { spec } = priceTrend(rounds, [day], 'usd')
    expect(spec.points.map(({ at, text }) => [at, text])).toEqual([
      [10, '$2.0000'],
      [11, 'never started'],
      [12, 'no price known'],
      [13, 'no price known'],
    ])
  })
  it('compares neighbouring rounds only', () => {
    expect(priceTrend(rounds.slice(0, 2), [day], 'eth').figure?.change).toBe('the round before is not known')
    expect(priceTrend(rounds, [day], 'eth').figure).toBeNull()
  })
  it.each([
    [241_000_000n, '$2.41'],
    [123_456_500_000n, '$1,234.57'],
    [4_000_000n, '$0.04'],
  ])('now, of %s units of 10^-8, reads %s', (price, text) => expect(dollars(price)).toBe(text))
})

describe('the treasury', () => {
  it('compares the last two finished rounds, whatever runs', () => {
    const round = (number: number, balance: bigint) => ({
      round: number,
      rewardsWei: 0n,
      otherInWei: 0n,
      outWei: 0n,
      balanceWei: balance * coin,
    })
    const { spec, figure } = treasuryTrend([round(1, 100n), round(2, 110n), round(3, 50n)], null, 2)
    expect(spec.points.map(({ at, partial }) => [at, partial === true])).toEqual([
      [2, false],
      [3, true],
    ])
    expect(figure).toEqual({
      value: '110 LPT',
      when: 'Round 2',
      change: '+10.00%, more than the round before',
    })
  })
})
