import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giniP6, nakamoto, topShareP6 } from './concentration'
import { P6 } from './fixed-point'

const holdings = fc.array(fc.bigInt({ min: 0n, max: 10n ** 26n }), { minLength: 1, maxLength: 120 })

describe('nakamoto', () => {
  it.each([
    { amounts: [10n], share: 500_000n, atLeast: false, expected: 1 },
    { amounts: [5n, 5n], share: 500_000n, atLeast: false, expected: 2 },
    { amounts: [5n, 5n], share: 500_000n, atLeast: true, expected: 1 },
    { amounts: [1n, 2n, 3n, 4n], share: 666_666n, atLeast: false, expected: 2 },
    { amounts: [1n, 2n, 3n, 4n], share: 700_000n, atLeast: false, expected: 3 },
    { amounts: [0n, 0n, 1n], share: 999_999n, atLeast: false, expected: 1 },
    { amounts: [3n, 1n], share: P6, atLeast: false, expected: null },
    { amounts: [3n, 1n], share: P6, atLeast: true, expected: 2 },
    { amounts: [0n], share: 1n, atLeast: false, expected: null },
    { amounts: [], share: 1n, atLeast: false, expected: null },
  ])(
    'of $amounts above $share (at least: $atLeast) is $expected',
    ({ amounts, share, atLeast, expected }) => {
      expect(nakamoto(amounts, share, atLeast)).toBe(expected)
    },
  )

  it('is the fewest holders that exceed the share', () => {
    fc.assert(
      fc.property(holdings, fc.bigInt({ min: 0n, max: P6 - 1n }), (amounts, share) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0n)
        fc.pre(total > 0n)
        const count = nakamoto(amounts, share)
        if (count === null) throw new Error('somebody holds all')
        const sorted = [...amounts].sort((a, b) => (b > a ? 1 : b < a ? -1 : 0))
        const held = (holders: number) => sorted.slice(0, holders).reduce((sum, amount) => sum + amount, 0n)
        expect(held(count) * P6 > total * share).toBe(true)
        expect(held(count - 1) * P6 > total * share).toBe(false)
      }),
    )
  })
})

describe('giniP6', () => {
  it.each([
    { amounts: [7n, 7n, 7n], expected: 0n },
    { amounts: [0n, 10n], expected: 500_000n },
    { amounts: [0n, 0n, 0n, 10n], expected: 750_000n },
    { amounts: [1n, 3n], expected: 250_000n },
    { amounts: [1n, 2n, 3n, 4n], expected: 250_000n },
    { amounts: [4n], expected: 0n },
    { amounts: [0n, 0n], expected: null },
    { amounts: [], expected: null },
  ])('of $amounts is $expected', ({ amounts, expected }) => {
    expect(giniP6(amounts)).toBe(expected)
  })

  it('equals the mean of all pairwise differences and depends on shares only', () => {
    fc.assert(
      fc.property(holdings, fc.bigInt({ min: 2n, max: 1_000n }), (amounts, factor) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0n)
        fc.pre(total > 0n)
        let differences = 0n
        for (const a of amounts) for (const b of amounts) differences += a > b ? a - b : b - a
        const pairwise = (differences * P6) / (2n * BigInt(amounts.length) * total)
        expect(giniP6(amounts)).toBe(pairwise)
        expect(giniP6(amounts.map((amount) => amount * factor))).toBe(pairwise)
      }),
    )
  })
})

describe('topShareP6', () => {
  it('is the part of the largest, all of it for everybody, unknown where nothing is held', () => {
    expect(topShareP6([1n, 2n, 7n], 1)).toBe(700_000n)
    expect(topShareP6([1n, 2n, 7n], 10)).toBe(P6)
    expect(topShareP6([0n], 1)).toBeNull()
  })
})
