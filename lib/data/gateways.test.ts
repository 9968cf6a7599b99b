import { describe, expect, it } from 'vitest'
import { sumDays } from '@/lib/data/gateways'

const one = 10n ** 18n
const day = (id: string, volumeETH: string, volumeUSD: string) => ({ id, volumeETH, volumeUSD })

describe('days of gateways', () => {
  it('are summed by gateway, exactly', () => {
    const sums = sumDays([
      day('0xaa-20000', '1.000000000000000001', '3000.5'),
      day('0xbb-20000', '2', '6000'),
      day('0xaa-20001', '0.5', '1500'),
    ])
    expect(sums.get('0xaa')).toEqual({ ethWei: (one * 3n) / 2n + 1n, usdE18: one * 4500n + one / 2n })
    expect(sums.get('0xbb')).toEqual({ ethWei: 2n * one, usdE18: 6000n * one })
  })
  it('have unknown dollars where one day had no price, and none where nothing was paid', () => {
    expect(sumDays([day('0xaa-1', '1', '0'), day('0xaa-2', '1', '9')]).get('0xaa')?.usdE18).toBeNull()
    expect(sumDays([day('0xaa-1', '0', '0')]).get('0xaa')?.usdE18).toBe(0n)
  })
})
