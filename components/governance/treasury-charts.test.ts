import { describe, expect, test } from 'vitest'
import { balanceChart, inflowChart } from '@/components/governance/treasury-charts'

const LPT = 10n ** 18n
const row = (round: number, balance: bigint, rewards = 0n) => ({
  round,
  rewardsWei: rewards * LPT,
  otherInWei: 0n,
  outWei: 0n,
  balanceWei: balance * LPT,
})

describe('balanceChart', () => {
  test('gives exact text, a gap for a round never started, and marks the running one', () => {
    const { points } = balanceChart([row(5, 100n), row(7, 120n)], null)
    expect(points).toEqual([
      { at: 5, value: 100, text: '100 LPT', label: 'Round 5' },
      { at: 6, value: null, text: 'never started', label: 'Round 6' },
      { at: 7, value: 120, text: '120 LPT', label: 'Round 7', partial: true },
    ])
  })

  test('draws the ceiling only where it does not flatten the line', () => {
    expect(balanceChart([row(5, 300_000n)], 750_000n * LPT).marks).toEqual([
      { value: 750_000, label: 'Ceiling 750k' },
    ])
    expect(balanceChart([row(5, 1_000n)], 750_000n * LPT).marks).toEqual([])
    expect(balanceChart([row(5, 1_000n)], 0n).marks).toEqual([])
  })
})

describe('inflowChart', () => {
  test('keeps the newest ninety rounds', () => {
    const { points } = inflowChart(Array.from({ length: 120 }, (_, index) => row(index, 0n, 3n)))
    expect(points).toHaveLength(90)
    expect(points[0]).toMatchObject({ at: 30, value: 3, text: '3 LPT' })
  })

  test('without rounds there are no points', () => {
    expect(inflowChart([]).points).toEqual([])
  })
})
