import { expect, test } from 'vitest'
import { countOf, formatInteger, formatRound, UNKNOWN } from './number'

test.each([
  [0, '0'],
  [999n, '999'],
  [1000n, '1,000'],
  [1_234_567, '1,234,567'],
  [-12, '−12'],
  [-1000n, '−1,000'],
  [12.9, '12'],
  [2n ** 100n, '1,267,650,600,228,229,401,496,703,205,376'],
  [Number.NaN, UNKNOWN],
  [Number.POSITIVE_INFINITY, UNKNOWN],
])('formatInteger(%s) is %s', (value, text) => {
  expect(formatInteger(value)).toBe(text)
})

test('counts agree with their noun; rounds are names', () => {
  expect(countOf(1, 'round')).toBe('1 round')
  expect(countOf(0n, 'round')).toBe('0 rounds')
  expect(countOf(2_000n, 'reward call')).toBe('2,000 reward calls')
  expect(countOf(2, 'entry', 'entries')).toBe('2 entries')
  expect(formatRound(4250n)).toBe('4,250')
})
