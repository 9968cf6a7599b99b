import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BigDecimal, MAX_SIGNIFICANT_DIGITS } from './big-decimal'

const parse = (text: string) => BigDecimal.parse(text) as BigDecimal

describe('BigDecimal', () => {
  it.each([
    ['0', '0'],
    ['-0.000', '0'],
    ['12.500', '12.5'],
    ['1200', '1200'],
    ['3e2', '300'],
    ['3E-3', '0.003'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+1', '1'],
    ['12345678901234567890123456789012345', '12345678901234567890123456789012350'],
    ['0.12345678901234567890123456789012344', '0.1234567890123456789012345678901234'],
    ['-0.12345678901234567890123456789012345', '-0.1234567890123456789012345678901235'],
    ['9999999999999999999999999999999999.5', '10000000000000000000000000000000000'],
  ])('writes %s as %s', (text, shown) => {
    expect(parse(text).toString()).toBe(shown)
  })

  it.each(['', '.', '-', '1,5', '0x10', '1e', 'NaN', '1 2'])('refuses %j', (text) => {
    expect(BigDecimal.parse(text)).toBeUndefined()
  })

  it('divides as the published index does: 34 digits, zeros trimmed', () => {
    expect(BigDecimal.of(1n).dividedBy(BigDecimal.of(3n)).toString()).toBe(`0.${'3'.repeat(34)}`)
    expect(BigDecimal.of(2n).dividedBy(BigDecimal.of(3n)).toString()).toBe(`0.${'6'.repeat(33)}7`)
    expect(BigDecimal.of(1n).dividedBy(BigDecimal.of(8n)).toString()).toBe('0.125')
    expect(() => BigDecimal.one.dividedBy(BigDecimal.zero)).toThrow(RangeError)
  })

  it('adds, subtracts and compares exactly within the digits kept', () => {
    const amounts = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [x, y] = [BigDecimal.fromWei(a), BigDecimal.fromWei(b)]
        expect(x.plus(y).equals(BigDecimal.fromWei(a + b))).toBe(true)
        expect(x.minus(y).equals(BigDecimal.fromWei(a - b))).toBe(true)
        expect(Math.sign(x.compare(y))).toBe(a < b ? -1 : a > b ? 1 : 0)
        expect(parse(x.toString()).equals(x)).toBe(true)
      }),
    )
  })

  it('never keeps more than 34 significant digits', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: -40, max: 60 }), (value, scale) => {
        const digits = BigDecimal.of(value, scale).unscaled.toString().replace('-', '')
        expect(digits.length).toBeLessThanOrEqual(MAX_SIGNIFICANT_DIGITS)
      }),
    )
  })
})
