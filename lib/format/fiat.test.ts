import { describe, expect, it } from 'vitest'
import { fiatCost } from '@/lib/format/fiat'

const ETH = 10n ** 18n
const P8 = 10n ** 8n

describe('the cost of an amount in a currency', () => {
  it.each([
    ['a whole coin', ETH, 2_015n * P8 + 50_000_000n, 'usd', '$2,015.50'],
    ['a fee', 6n * 10n ** 12n, 2_000n * P8, 'usd', '$0.02'],
    ['rounded up', ETH / 1000n, 2_001n * P8 + 1n, 'usd', '$2.01'],
    ['dust', 1n, 2_000n * P8, 'usd', 'less than $0.01'],
    ['exactly the smallest unit', ETH / 100n, P8, 'usd', '$0.01'],
    ['nothing', 0n, 2_000n * P8, 'usd', '$0.00'],
    ['another currency', ETH, 1_850n * P8, 'eur', '€1,850.00'],
    ['a currency without parts', ETH / 1000n, 300_000n * P8, 'jpy', '¥300'],
    ['a price that is nothing', ETH, 0n, 'usd', '$0.00'],
    ['more than a float holds', 90_071_992_547_409_93n * ETH, P8, 'usd', '$9,007,199,254,740,993.00'],
  ])('%s', (_name, wei, price, currency, text) => {
    expect(fiatCost(wei, price, currency)).toBe(text)
  })
})
