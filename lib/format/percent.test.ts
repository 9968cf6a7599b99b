import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPercent, percentP6, percentP9, percentP27 } from './percent'

test.each([
  [0n, undefined, '0.00%'],
  [1n, undefined, '< 0.01%'],
  [99n, undefined, '< 0.01%'],
  [100n, undefined, '0.01%'],
  [145_000n, undefined, '14.50%'],
  [999_999n, undefined, '99.99%'],
  [1_000_000n, undefined, '100.00%'],
  [140_000n, { trim: true }, '14%'],
  [145_000n, { trim: true }, '14.5%'],
  [100_000n, { trim: true }, '10%'],
  [145_678n, { places: 0 }, '14%'],
  [5_000n, { places: 0 }, '< 1%'],
  [-145_000n, undefined, '−14.50%'],
  [-1n, undefined, '> −0.01%'],
  [12_345_000_000n, undefined, '1,234,500.00%'],
])('percentP6(%s, %j) is %s', (points, options, text) => {
  expect(percentP6(points, options)).toBe(text)
})

test('the other bases', () => {
  expect(percentP9(523_100_000n)).toBe('52.31%')
  expect(percentP9(556_500n, { places: 4 })).toBe('0.0556%')
  expect(percentP27(10n ** 26n, { trim: true })).toBe('10%')
  expect(percentP27(1n)).toBe('< 0.01%')
})

test('100 % is shown only when it is whole', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 27n - 1n }),
      fc.integer({ min: 0, max: 20 }),
      (points, places) => {
        expect(formatPercent(points, 10n ** 27n, { places })).not.toMatch(/^100/)
      },
    ),
  )
})
