import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactAmount, exactAmount, fixedAmount, signedAmount } from './amount'

const lpt = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(18, '0'))
}

test.each([
  [0n, '0'],
  [1n, '0.000000000000000001'],
  [lpt('1234567.5'), '1,234,567.5'],
  [lpt('999'), '999'],
  [lpt('1000'), '1,000'],
  [-lpt('3.5'), '−3.5'],
  // Far beyond what a JavaScript number holds.
  [lpt('123456789012345678901234.000000000000000009'), '123,456,789,012,345,678,901,234.000000000000000009'],
])('exactAmount(%s) is %s', (wei, text) => {
  expect(exactAmount(wei)).toBe(text)
})

describe('fixedAmount', () => {
  test.each([
    [0n, 2, '0.00'],
    [1n, 2, '< 0.01'],
    [lpt('0.009999999999999999'), 2, '< 0.01'],
    [lpt('0.01'), 2, '0.01'],
    [lpt('1.999'), 2, '1.99'],
    [lpt('1234.5'), 2, '1,234.50'],
    [lpt('1234.5'), 0, '1,234'],
    [lpt('0.5'), 0, '< 1'],
    [0n, 0, '0'],
    [1n, 18, '0.000000000000000001'],
    [lpt('0.00001'), 4, '< 0.0001'],
    [-1n, 2, '> −0.01'],
    [-lpt('1.999'), 2, '−1.99'],
  ])('%s with %s decimals is %s', (wei, places, text) => {
    expect(fixedAmount(wei, places)).toBe(text)
  })

  test('never shows more than there is, and less than one last digit less', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n }), fc.integer({ min: 0, max: 18 }), (wei, places) => {
        const text = fixedAmount(wei, places)
        if (text.startsWith('<')) return
        const [whole = '0', fraction = ''] = text.replaceAll(',', '').split('.')
        const shown = BigInt(whole + fraction.padEnd(18, '0'))
        expect(shown <= wei && wei - shown < 10n ** BigInt(18 - places)).toBe(true)
      }),
    )
  })
})

test.each([
  [0n, '0'],
  [1n, '< 0.01'],
  [lpt('12.345'), '12.34'],
  [lpt('99.999'), '99.99'],
  [lpt('100.9'), '100'],
  [lpt('999.999999999999999999'), '999'],
  [lpt('1000'), '1.00k'],
  [lpt('1239.9'), '1.23k'],
  [lpt('45678'), '45.6k'],
  [lpt('999999.9'), '999k'],
  [lpt('1000000'), '1.00M'],
  [lpt('51600000'), '51.6M'],
  [lpt('1234567890'), '1.23B'],
  [lpt('1234567890123456'), '1,234,567B'],
  [-lpt('45678'), '−45.6k'],
  [-1n, '> −0.01'],
])('compactAmount(%s) is %s', (wei, text) => {
  expect(compactAmount(wei)).toBe(text)
})

test.each([
  [lpt('1.5'), '+1.50'],
  [-lpt('0.2'), '−0.20'],
  [0n, '0.00'],
  [1n, '< +0.01'],
  [-1n, '> −0.01'],
])('signedAmount(%s) is %s', (wei, text) => {
  expect(signedAmount(wei)).toBe(text)
})
