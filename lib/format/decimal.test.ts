import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalToScaled, decimalToWei, scaledToDecimal, weiToDecimal } from './decimal'

describe('decimalToWei', () => {
  test.each([
    ['0', 0n],
    ['12.5', 12_500_000_000_000_000_000n],
    ['0.000000000000000001', 1n],
    ['0.0000000000000000019', 1n],
    ['0.9999999999999999999', 999_999_999_999_999_999n],
    ['-0.1', -100_000_000_000_000_000n],
    ['-0.0000000000000000019', -1n],
    // 34 significant digits, as many as the subgraph holds.
    ['5160000012345678.901234567890123456', 5160000012345678901234567890123456n],
    ['1'.padEnd(40, '0'), 10n ** 57n],
  ])('%s', (text, wei) => {
    expect(decimalToWei(text)).toBe(wei)
  })

  test.each(['', '.', '1.', '.5', '1e5', '1,5', ' 1', '+1', 'NaN', '0x1', '1.2.3', '--1'])(
    '%j is malformed',
    (text) => {
      expect(decimalToWei(text)).toBeNull()
    },
  )
})

test('a fraction to base 10^9, cut off', () => {
  expect(decimalToScaled('0.523456789987', 9)).toBe(523_456_789n)
  expect(decimalToScaled('1', 9)).toBe(1_000_000_000n)
  expect(decimalToScaled('3.7', 0)).toBe(3n)
})

test.each([
  [0n, '0'],
  [1n, '0.000000000000000001'],
  [-1n, '-0.000000000000000001'],
  [10n ** 18n, '1'],
  [12_500_000_000_000_000_000n, '12.5'],
  [-(10n ** 17n), '-0.1'],
])('weiToDecimal(%s) is %s', (wei, text) => {
  expect(weiToDecimal(wei)).toBe(text)
})

test('scaled numbers survive the round trip exactly', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer({ min: 0, max: 30 }), (value, places) => {
      expect(decimalToScaled(scaledToDecimal(value, places), places)).toBe(value)
    }),
  )
})
