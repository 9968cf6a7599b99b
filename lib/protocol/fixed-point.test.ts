import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ofP6,
  ofP9,
  ofP27,
  P6,
  P9,
  P27,
  pointsP6,
  pointsP9,
  pointsP27,
  shareP6,
  shareP9,
  shareP27,
  validP6,
  validP9,
  validP27,
} from './fixed-point'

const UINT256 = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })
const amount = fc.bigInt({ min: 0n, max: 10n ** 30n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n })

test.each([
  [ofP6(1n, 500_000n), 0n],
  [ofP6(3n, 500_000n), 1n],
  [ofP6(10n ** 18n, P6), 10n ** 18n],
  [ofP9(10n, 100_000_000n), 1n],
  [ofP27(10n, 10n ** 26n), 1n],
  [pointsP6(1n, 3n), 333_333n],
  [pointsP9(2n, 3n), 666_666_666n],
  [pointsP27(1n, 1n), P27],
  [shareP6(3n, 1n, 3n), 0n],
  // Rounded twice: 999999 thirds of a whole, not a whole.
  [shareP6(3_000_000n, 1n, 3n), 999_999n],
])('%s is %s', (value, expected) => {
  expect(value).toBe(expected)
})

describe('a share rounds down twice', () => {
  test.each([
    ['P6', shareP6, P6],
    ['P9', shareP9, P9],
    ['P27', shareP27, P27],
  ] as const)('%s: at most the exact quotient, off by less than the base allows', (_name, share, base) => {
    fc.assert(
      fc.property(amount, amount, positive, (value, part, whole) => {
        const rounded = share(value, part, whole)
        const exact = (value * part) / whole
        expect(rounded <= exact && exact - rounded <= value / base + 1n).toBe(true)
      }),
    )
  })

  test('parts of a whole never add up to more than the whole', () => {
    fc.assert(
      fc.property(amount, fc.array(positive, { minLength: 1, maxLength: 8 }), (value, parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0n)
        for (const share of [shareP6, shareP9, shareP27]) {
          const total = parts.reduce((sum, part) => sum + share(value, part, whole), 0n)
          expect(total <= value).toBe(true)
        }
      }),
    )
  })

  test('more of the amount or of the part is never less', () => {
    fc.assert(
      fc.property(amount, amount, amount, positive, (value, more, part, whole) => {
        expect(shareP27(value + more, part, whole) >= shareP27(value, part, whole)).toBe(true)
        expect(shareP27(value, part + more, whole) >= shareP27(value, part, whole)).toBe(true)
      }),
    )
  })
})

test('a rate of 100 % is valid, one point more is not, at any size', () => {
  expect([validP6(0n), validP6(P6), validP6(P6 + 1n)]).toEqual([true, true, false])
  expect([validP9(0n), validP9(P9), validP9(P9 + 1n)]).toEqual([true, true, false])
  expect([validP27(0n), validP27(P27), validP27(P27 + 1n)]).toEqual([true, true, false])
  expect(validP6(-1n)).toBe(false)
  fc.assert(fc.property(UINT256, (value) => validP27(value) === value <= P27))
})

test('a share of nothing throws, where the contract panics', () => {
  expect(() => shareP6(1n, 1n, 0n)).toThrow(RangeError)
})
