import { describe, expect, it } from 'vitest'
import {
  cutChart,
  feeChart,
  rewardChart,
  stakeChart,
  yieldChart,
} from '@/components/account/orchestrating-charts'
import type { RecordRound } from '@/lib/data/orchestrating-record'

const day = 86_400
const now = 20_000 * day + 3_600
const round = (number: number, more: Partial<RecordRound> = {}): RecordRound => ({
  round: number,
  state: 'called',
  rewardWei: 3n * 10n ** 18n + 1n,
  feesWei: 0n,
  startedAt: 1,
  stakeWei: 100n * 10n ** 18n,
  ...more,
})
const texts = (chart: { points: readonly { text: string }[] }) => chart.points.map(({ text }) => text)
const values = (chart: { points: readonly { value: number | null }[] }) =>
  chart.points.map(({ value }) => value)

describe('charts of an orchestrator', () => {
  it('show rounds outside of the active set as gaps', () => {
    const chart = stakeChart([round(10), round(13)])
    expect(values(chart)).toEqual([100, null, null, 100])
    expect(chart.points.map(({ at }) => at)).toEqual([10, 11, 12, 13])
    expect(texts(chart)[1]).toBe('not active, or the round was never started')
  })

  it('tell a missed call, an open one and one whose amount is not known apart, none of them zero', () => {
    const chart = rewardChart([
      round(1),
      round(2, { state: 'missed', rewardWei: null }),
      round(3, { rewardWei: null }),
      round(4, { state: 'open', rewardWei: null }),
    ])
    expect(values(chart)).toEqual([3, null, null, null])
    expect(texts(chart)).toEqual([
      '3.000000000000000001 LPT',
      'missed',
      'called, amount not indexed yet',
      'not called yet',
    ])
    expect(chart.points.map(({ partial }) => partial === true)).toEqual([false, false, false, true])
  })

  it('count a day without a ticket as zero and mark the running day', () => {
    const today = 20_000 * day
    const chart = feeChart(
      [
        { day: today - 89 * day, feesWei: 10n ** 15n },
        { day: today, feesWei: 5n * 10n ** 17n },
      ],
      now,
    )
    expect(chart.points).toHaveLength(90)
    expect(chart.points[0]).toMatchObject({ value: 0.001, text: '0.001 ETH' })
    expect(chart.points[1]).toMatchObject({ value: 0, text: '0 ETH' })
    expect(chart.points.filter(({ partial }) => partial)).toEqual([chart.points.at(-1)])
    expect(feeChart([], now).points).toEqual([])
  })

  it('draw cuts from what was in force when the window opened to the present one', () => {
    const cuts = [
      { timestamp: now - 300 * day, rewardCutP6: 100_000n, feeShareP6: 500_000n },
      { timestamp: now - 200 * day, rewardCutP6: 200_000n, feeShareP6: 500_000n },
      { timestamp: now - 10 * day, rewardCutP6: 1_000_000n, feeShareP6: 0n },
    ]
    const current = { rewardCutP6: 50_000n, feeShareP6: 1_000_000n }
    const chart = cutChart('reward', cuts, current, now)
    expect(texts(chart)).toEqual(['20.00%', '100.00%', '5.00%'])
    expect(values(chart)).toEqual([20, 100, 5])
    expect(chart.points[0]?.at).toBe(now - 180 * day)
    expect(values(cutChart('fee', cuts, current, now))).toEqual([50, 100, 0])
    expect(cutChart('fee', [], current, now).points).toHaveLength(1)
  })

  it('leave a yield that cannot be told out, with its reason', () => {
    const figure = {
      state: 'known',
      rounds: 30,
      lptP27: 1n,
      ethPerLptP27: null,
      yearlyLptP9: 123_450_000n,
      yearlyEthPerLptP27: null,
    } as const
    const chart = yieldChart([
      { round: 40, figure },
      { round: 41, figure: { state: 'unknown', reason: 'not found' } },
    ])
    expect(chart.points).toMatchObject([
      { value: 12.345, text: '12.34%' },
      { value: null, text: 'not found' },
    ])
  })
})
