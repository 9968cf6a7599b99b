import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weiToDecimal } from './decimal'
import type { AmountRefusal } from './parse-amount'
import { parseAmount, refusalSentence } from './parse-amount'

const E18 = 10n ** 18n

describe('parseAmount takes plain decimals', () => {
  test.each([
    ['1', E18],
    ['0.5', E18 / 2n],
    ['.5', E18 / 2n],
    ['5.', 5n * E18],
    ['  250  ', 250n * E18],
    ['007', 7n * E18],
    ['1.50', (3n * E18) / 2n],
    ['0.000000000000000001', 1n],
    ['1.0000000000000000000000000000', E18],
    ['1'.padEnd(60, '0'), 10n ** 59n * E18],
  ])('%s', (text, amount) => {
    expect(parseAmount(text)).toEqual({ ok: true, amount })
  })

  test('the greatest uint256 and one more', () => {
    expect(parseAmount(weiToDecimal(2n ** 256n - 1n))).toEqual({ ok: true, amount: 2n ** 256n - 1n })
    expect(parseAmount(weiToDecimal(2n ** 256n))).toEqual({ ok: false, refusal: { kind: 'too-large' } })
  })

  test('the balance itself passes, one wei more does not', () => {
    expect(parseAmount('3', { limit: 3n * E18 })).toEqual({ ok: true, amount: 3n * E18 })
    expect(parseAmount('3.000000000000000001', { limit: 3n * E18 })).toEqual({
      ok: false,
      refusal: { kind: 'over-limit', limit: 3n * E18 },
    })
  })

  test('zero where it is allowed', () => {
    expect(parseAmount('0', { allowZero: true })).toEqual({ ok: true, amount: 0n })
    expect(parseAmount('0.000', { allowZero: true })).toEqual({ ok: true, amount: 0n })
  })

  test('other decimals', () => {
    expect(parseAmount('1.5', { decimals: 6 })).toEqual({ ok: true, amount: 1_500_000n })
    expect(parseAmount('7', { decimals: 0 })).toEqual({ ok: true, amount: 7n })
    expect(parseAmount('7.5', { decimals: 0 })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-decimals', decimals: 0 },
    })
  })
})

describe('parseAmount refuses everything else with a kind', () => {
  test.each<[string, AmountRefusal['kind']]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1e5', 'exponent'],
    ['1E5', 'exponent'],
    ['1.5e-3', 'exponent'],
    ['2e', 'exponent'],
    ['-1', 'negative'],
    ['−1', 'negative'],
    ['- 1.5', 'negative'],
    ['-1e5', 'negative'],
    ['1,5', 'comma'],
    ['1,000.50', 'comma'],
    [',5', 'comma'],
    ['0', 'zero'],
    ['0.0', 'zero'],
    ['0.0000000000000000001', 'too-many-decimals'],
    ['9'.repeat(400), 'too-large'],
    [`1${'0'.repeat(399)}.5`, 'too-large'],
    ['abc', 'not-a-number'],
    ['12abc', 'not-a-number'],
    ['.', 'not-a-number'],
    [',', 'not-a-number'],
    ['-', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['1 000', 'not-a-number'],
    ["1'000", 'not-a-number'],
    ['1_000', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['٣', 'not-a-number'],
    ['１２', 'not-a-number'],
  ])('%j is %s', (text, kind) => {
    expect(parseAmount(text)).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('more than the balance names the balance', () => {
    const parsed = parseAmount('13', { limit: 12n * E18 + 5n * 10n ** 17n })
    expect(parsed).toMatchObject({ ok: false, refusal: { kind: 'over-limit' } })
    if (parsed.ok) return
    expect(refusalSentence(parsed.refusal, { unit: 'LPT', limitName: 'your wallet holds' })).toBe(
      'That is more than your wallet holds: 12.5 LPT.',
    )
  })

  test('every kind has one plain sentence', () => {
    const kinds: AmountRefusal[] = [
      { kind: 'empty' },
      { kind: 'not-a-number' },
      { kind: 'exponent' },
      { kind: 'negative' },
      { kind: 'comma' },
      { kind: 'too-many-decimals', decimals: 18 },
      { kind: 'too-large' },
      { kind: 'zero' },
      { kind: 'over-limit', limit: 1n },
    ]
    const sentences = kinds.map((refusal) => refusalSentence(refusal, { unit: 'LPT' }))
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(new Set(sentences).size).toBe(kinds.length)
  })
})

describe('parseAmount for any input', () => {
  test('never throws, and what it takes is above zero and within the limit', () => {
    const odd = fc.oneof(
      fc.string({ maxLength: 500 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,eE+-− '), maxLength: 450 }),
    )
    fc.assert(
      fc.property(odd, fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (text, limit) => {
        const parsed = parseAmount(text, { limit })
        if (parsed.ok) expect(parsed.amount > 0n && parsed.amount <= limit).toBe(true)
        else expect(refusalSentence(parsed.refusal, { unit: 'LPT' }).length).toBeGreaterThan(10)
      }),
      { numRuns: 500 },
    )
  })

  test('what an amount field is filled with parses back to the same wei', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 256n - 1n }), (wei) => {
        expect(parseAmount(weiToDecimal(wei))).toEqual({ ok: true, amount: wei })
      }),
    )
  })
})
