import { describe, expect, it } from 'vitest'
import { spendChart } from '@/components/account/gateway-chart'

const day = 86_400
const eth = 10n ** 18n

describe('spendChart', () => {
  it('counts a day without a ticket as zero and marks the running day', () => {
    const spec = spendChart(
      [
        { day: 100 * day, paidWei: eth, partial: false },
        { day: 102 * day, paidWei: eth / 2n, partial: true },
      ],
      102 * day + 500,
    )
    expect(spec.points.map(({ value, partial }) => [value, partial ?? false])).toEqual([
      [1, false],
      [0, false],
      [0.5, true],
    ])
    expect(spec.points[0]?.text).toBe('1 ETH')
  })
  it('draws nothing when there never was a ticket', () => {
    expect(spendChart([], 102 * day).points).toEqual([])
  })
})
