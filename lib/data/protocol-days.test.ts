import { describe, expect, it } from 'vitest'
import { protocolDays } from '@/lib/data/protocol-days'
import { DAY } from '@/lib/protocol/day-series'

const row = (id: number, more: Partial<Parameters<typeof protocolDays>[0][number]> = {}) => ({
  id: `${id}`,
  volumeETH: '0',
  volumeUSD: '0',
  totalSupply: '100',
  totalActiveStake: '50',
  inflation: '600000',
  activeTranscoderCount: '3',
  ...more,
})

describe('days of the protocol', () => {
  it('are every day of the calendar: one without a row had no fees and no record of anything else', () => {
    const days = protocolDays([row(20_000), row(20_003)], 20_003 * DAY + 60)
    expect(days.map(({ at }) => at / DAY)).toEqual([20_000, 20_001, 20_002, 20_003])
    expect(days[1]).toEqual({
      at: 20_001 * DAY,
      feesWei: 0n,
      feesUsdWei: 0n,
      supplyWei: null,
      activeStakeWei: null,
      inflationP9: null,
      orchestrators: null,
      running: false,
    })
  })

  it('run on to the day the index is in, which alone is running, with a row or without', () => {
    const days = protocolDays([row(20_000)], 20_002 * DAY)
    expect(days.map(({ running }) => running)).toEqual([false, false, true])
    expect(protocolDays([row(20_000)], 20_001 * DAY - 1).map(({ running }) => running)).toEqual([true])
  })

  it('take what a day without a new round leaves at zero as not recorded', () => {
    const [, day] = protocolDays(
      [row(20_000), row(20_001, { inflation: '0', activeTranscoderCount: '0', totalSupply: '0' })],
      20_001 * DAY,
    )
    expect(day).toMatchObject({ inflationP9: null, orchestrators: null, supplyWei: null })
    expect(day?.activeStakeWei).toBe(50n * 10n ** 18n)
  })

  it('keep an inflation of zero on a day with a new round', () => {
    expect(protocolDays([row(20_000, { inflation: '0' })], 20_000 * DAY)[0]?.inflationP9).toBe(0n)
  })

  it('have no dollars where tickets were redeemed without a price, and none is zero without tickets', () => {
    const [unpriced, priced, quiet] = protocolDays(
      [
        row(20_000, { volumeETH: '1.5' }),
        row(20_001, { volumeETH: '1.5', volumeUSD: '3000.25' }),
        row(20_002),
      ],
      20_002 * DAY,
    )
    expect(unpriced?.feesUsdWei).toBeNull()
    expect(priced?.feesUsdWei).toBe(3_000_250_000_000_000_000_000n)
    expect(quiet?.feesUsdWei).toBe(0n)
  })

  it('begin with the first orchestrator or fee, not with rows of the token’s past', () => {
    const early = row(17_563, { activeTranscoderCount: '0' })
    expect(protocolDays([early, row(20_000)], 20_000 * DAY)).toHaveLength(1)
    expect(protocolDays([early], 20_000 * DAY)).toEqual([])
  })
})
