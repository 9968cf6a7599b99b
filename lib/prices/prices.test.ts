import { describe, expect, it } from 'vitest'
import { priceP8 } from '@/lib/prices/prices'

describe('a price', () => {
  it.each([
    [2.41, 241_000_000n],
    [2015.5, 201_550_000_000n],
    [0.1, 10_000_000n],
    [1e-7, 10n],
    [1e-12, 0n],
    [4_863_200.25, 486_320_025_000_000n],
    [1, 100_000_000n],
  ])('of %d is %s units of 10^-8', (price, units) => expect(priceP8(price)).toBe(units))
})
