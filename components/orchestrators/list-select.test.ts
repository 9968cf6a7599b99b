import { describe, expect, it } from 'vitest'
import { parseListQuery } from '@/components/orchestrators/list-query'
import { toListRows } from '@/components/orchestrators/list-row'
import { type ListItem, selectItems } from '@/components/orchestrators/list-select'
import { lpt, paid, projectedPercent, row } from '@/components/orchestrators/test-rows'
import { cutHistoryWords } from '@/components/orchestrators/yield-figures'
import type { OrchestratorRow } from '@/lib/data/types'

const item = (of: OrchestratorRow, score: number | null | undefined = null): ListItem => ({
  row: of,
  projected: of.projected,
  score,
})
const chosen = (items: readonly ListItem[], text: string) =>
  selectItems(items, parseListQuery(new URLSearchParams(text)))
    .map(({ row: { address } }) => address[2])
    .join('')

const risen = {
  worstRewardCutP6: 1_000_000n,
  worstFeeCutP6: 50_000n,
  changes: 2,
  largestRiseP6: 1_000_000n,
  lastRise: { kind: 'reward', timestamp: 1_780_000_000, fromP6: 0n, toP6: 1_000_000n },
} as const

describe('what is shown, and in which order', () => {
  const items = [
    row({ digit: 'a', totalStakeWei: 3n * lpt, name: 'Alder' }),
    row({ digit: 'b', totalStakeWei: 3n * lpt + 1n, fees90dWei: null }),
    row({ digit: 'c', totalStakeWei: 10_000_000n * lpt, active: false, standing: 'outside', fees90dWei: 5n }),
    row({ digit: 'd', totalStakeWei: 1n, standing: 'leaving', fees90dWei: 7n }),
  ].map((of) => item(of))

  it('sorts stakes that differ by one wei exactly', () => {
    expect(chosen(items, 'show=all')).toBe('cbad')
    expect(chosen(items, 'show=all&dir=asc')).toBe('dabc')
  })

  it('puts unknown values last in both directions', () => {
    expect(chosen(items, 'show=all&sort=fees')).toBe('dcab')
    expect(chosen(items, 'show=all&sort=fees&dir=asc')).toBe('acdb')
  })

  it('keeps the order of the loader between equal values', () => {
    expect(chosen(items, 'show=all&sort=reward-cut')).toBe('abcd')
    expect(chosen(items, 'show=all&sort=reward-cut&dir=desc')).toBe('abcd')
  })

  it('shows those active in this round unless asked otherwise', () => {
    expect(chosen(items, '')).toBe('bad')
    expect(chosen(items, 'show=next')).toBe('ba')
    expect(chosen(items, 'show=edge')).toBe('d')
  })

  it('finds parts of names and addresses in any letter case, and text that would be a pattern as it is', () => {
    expect(chosen(items, 'q=ALDER')).toBe('a')
    expect(chosen(items, 'q=0xBBBB')).toBe('b')
    expect(chosen(items, 'q=.*')).toBe('')
  })
})

describe('cut safety in the ranking', () => {
  const items = [
    item(row({ digit: 'a', rewardCutP6: 0n, cutSafety: risen, projected: projectedPercent(0n, 30n, 31n) })),
    item(row({ digit: 'b', rewardCutP6: 200_000n, projected: projectedPercent(8n, 9n, 10n) })),
    item(row({ digit: 'c', rewardCutP6: 0n, cutSafety: null, projected: null })),
  ]

  it('a cut lowered again stands where its highest of 180 days belongs', () => {
    expect(chosen(items, 'sort=reward-cut')).toBe('cba')
  })

  it('a projection is ranked by its low case, and none comes last', () => {
    expect(chosen(items, 'sort=projected')).toBe('bac')
    expect(chosen(items, 'sort=projected&dir=asc')).toBe('abc')
  })

  it('filters take the highest of 180 days; what is not known is not steady', () => {
    expect(chosen(items, 'cut=50')).toBe('bc')
    expect(chosen(items, 'feecut=4')).toBe('')
    expect(chosen(items, 'feecut=5')).toBe('abc')
    expect(chosen(items, 'steady=1')).toBe('b')
  })

  it('says what happened to a cut, and nothing where nothing did', () => {
    const [first, second, third] = items.map(({ row: of }) => cutHistoryWords(of, 'reward'))
    expect(first).toBe('Was 100% within 180 days; rose from 0% to 100% on 28 May 2026; 2 changes')
    expect([second, third]).toEqual([null, null])
    expect(items.map(({ row: of }) => cutHistoryWords(of, 'fee'))).toEqual([null, null, null])
  })
})

describe('filters and orders by yield, calls and score', () => {
  const items = [
    item(row({ digit: 'a', yield30: paid(9n, 30), yield90: { state: 'unknown', reason: 'new' } }), 0.5),
    item(row({ digit: 'b', yield30: paid(12n, 30), yield90: paid(30n) }), undefined),
    item(
      row({
        digit: 'c',
        yield30: { state: 'unknown', reason: 'new' },
        rewardCalls30: { called: 30, missed: 0, rounds: 30, open: false },
        rewardCalls90: { called: 0, missed: 0, rounds: 0, open: false },
      }),
      0.9,
    ),
  ]

  it('asks for what is known', () => {
    expect(chosen(items, 'yield=9')).toBe('ab')
    expect(chosen(items, 'yield=10')).toBe('b')
    expect(chosen(items, 'yield=0')).toBe('ab')
    expect(chosen(items, 'calls=30')).toBe('c')
    // Never active in a finished round: nothing was called.
    expect(chosen(items, 'calls=90')).toBe('')
  })

  it('sorts by the yield of a year and by score, unknown last', () => {
    expect(chosen(items, 'sort=yield-30')).toBe('bac')
    expect(chosen(items, 'sort=yield-90')).toBe('bca')
    expect(chosen(items, 'sort=score')).toBe('cab')
    expect(chosen(items, 'sort=score&dir=asc')).toBe('acb')
  })
})

describe('toListRows', () => {
  it('tells the three states of this round apart', () => {
    const [called, open, none] = toListRows([
      row({ digit: '1', calledThisRound: true }),
      row({ digit: '2' }),
      row({ digit: '3', active: false }),
    ])
    expect([called?.thisRound, open?.thisRound, none?.thisRound]).toEqual(['called', 'open', 'none'])
  })

  it('spells figures with one precision per column and keeps what is not known apart from zero', () => {
    const [first, second] = toListRows([
      row({ digit: '1', totalStakeWei: 1_234_567n * lpt + 999n, rewardCutP6: 1n }),
      row({ digit: '2', totalStakeWei: 1n, fees90dWei: null, delegatorsCount: null, rewardCalls30: null }),
    ])
    expect(first).toMatchObject({
      stake: '1,234,567',
      stakeExact: '1,234,567.000000000000000999',
      fees: '0.000',
    })
    expect(second).toMatchObject({ stake: '< 1', fees: null, delegators: null, calls30: null })
  })
})
