import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePercentP6, percentTextP6 } from './parse-percent'

describe('a typed percentage', () => {
  it.each([
    ['0', 0n],
    ['100', 1_000_000n],
    ['12.3456', 123_456n],
    [' 7.5 % ', 75_000n],
    ['0.0001', 1n],
    ['.5', 5_000n],
    ['99.9999', 999_999n],
    ['100.0000', 1_000_000n],
    ['12.34560', 123_456n],
  ])('%j is exact', (text, pointsP6) => {
    expect(parsePercentP6(text)).toEqual({ ok: true, pointsP6 })
  })

  it.each([
    ['', /from 0 to 100/],
    ['100.0001', /at most 100/],
    ['1'.repeat(200), /at most 100/],
    ['-1', /at least 0/],
    ['12,5', /point for decimals/],
    ['12.34567', /at most 4 digits/],
    ['1e2', /Enter a number/],
    ['%', /from 0 to 100/],
    ['ten', /Enter a number/],
  ])('%j is refused with a sentence', (text, reason) => {
    expect(parsePercentP6(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  it('comes back from its own text, for every value the contract can hold', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1_000_000n), (pointsP6) => {
        expect(parsePercentP6(percentTextP6(pointsP6))).toEqual({ ok: true, pointsP6 })
      }),
    )
  })

  it('throws on no text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parsePercentP6(text).ok === 'boolean'))
  })
})
