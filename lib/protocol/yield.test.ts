import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_ROUND, P27 } from './fixed-point'
import { realisedYield, yearlyYield, yieldSpan } from './yield'

const factors = (rewardFactorP27: bigint, feeFactorP27 = 0n) => ({ rewardFactorP27, feeFactorP27 })
const growth = fc.bigInt({ min: 0n, max: P27 * 5n })

describe('realised yield', () => {
  test('example A of contracts.md 13.1: T from the end of round 12 to the end of round 14', () => {
    const crf12 = 3302630744535928023758740849n
    const crf14 = 4596416733434005392687922012n
    const yielded = realisedYield(
      factors(crf12, 563782146412264732469474n),
      factors(crf14, 1688064641659736252870362n),
    )
    // D2 had 1,100.876914845309341251 LPT pending after round 12 and 1,532.138911144668464227 after round 14.
    const grown = (1100876914845309341251n * (P27 + yielded.lptP27)) / P27
    expect(grown - 1532138911144668464227n).toBeGreaterThanOrEqual(-2n)
    expect(grown - 1532138911144668464227n).toBeLessThanOrEqual(2n)
    // Its fees went from 0.187927382137421577 to 0.562688213886578750 ETH.
    const fees = (1100876914845309341251n * yielded.ethPerLptP27) / P27
    const paid = 562688213886578750n - 187927382137421577n
    expect(fees - paid).toBeGreaterThanOrEqual(-2n)
    expect(fees - paid).toBeLessThanOrEqual(2n)
  })

  test('a factor never written counts as 1, and nothing earned is a yield of zero', () => {
    expect(realisedYield(factors(0n), factors(0n))).toEqual({ lptP27: 0n, ethPerLptP27: 0n })
    expect(realisedYield(factors(0n), factors((P27 * 11n) / 10n)).lptP27).toBe(P27 / 10n)
  })

  test('spans chain: the growth of two neighbours multiplied is that of both', () => {
    fc.assert(
      fc.property(growth, growth, growth, growth, (a, b, c, fee) => {
        const one = factors(P27 + a)
        const two = factors(P27 + a + b, fee)
        const three = factors(P27 + a + b + c, fee * 2n)
        const first = realisedYield(one, two)
        const second = realisedYield(two, three)
        const whole = realisedYield(one, three)
        const chained = ((P27 + first.lptP27) * (P27 + second.lptP27)) / P27 - P27
        expect(whole.lptP27 - chained).toBeLessThanOrEqual(20n)
        expect(whole.lptP27 - chained).toBeGreaterThanOrEqual(-20n)
        // Fees of the second span were earned by stake that had grown.
        const fees = first.ethPerLptP27 + (second.ethPerLptP27 * (P27 + first.lptP27)) / P27
        expect(whole.ethPerLptP27 - fees).toBeLessThanOrEqual(20n)
        expect(whole.ethPerLptP27 - fees).toBeGreaterThanOrEqual(-20n)
      }),
    )
  })

  test('factors that fall are refused', () => {
    expect(() => realisedYield(factors(2n * P27), factors(P27))).toThrow(RangeError)
    expect(() => realisedYield(factors(P27, 5n), factors(P27, 4n))).toThrow(RangeError)
  })
})

describe('the span of a window', () => {
  const span = (changes: Partial<Parameters<typeof yieldSpan>[0]>) =>
    yieldSpan({
      currentRound: 4_250n,
      windowRounds: 90n,
      activationRound: 3_000n,
      deactivationRound: MAX_ROUND,
      ...changes,
    })

  test.each([
    ['the last 90 finished rounds', {}, { startRound: 4_159n, endRound: 4_249n, rounds: 90n }],
    ['the last 30', { windowRounds: 30n }, { startRound: 4_219n, endRound: 4_249n, rounds: 30n }],
    ['joined with the window', { activationRound: 4_160n }, { startRound: 4_159n, rounds: 90n }],
    ['joined one round later', { activationRound: 4_161n }, { startRound: 4_160n, rounds: 89n }],
    ['joined 30 rounds ago', { activationRound: 4_220n }, { startRound: 4_219n, rounds: 30n }],
    ['leaves next round', { deactivationRound: 4_250n }, { rounds: 90n }],
  ] as const)('%s', (_, changes, expected) => {
    expect(span(changes)).toMatchObject({ state: 'span', ...expected })
  })

  test.each([
    ['joined 29 rounds ago', { activationRound: 4_221n }, 'new'],
    ['joins next round', { activationRound: 4_251n }, 'new'],
    ['never active', { activationRound: 0n }, 'new'],
    ['left before the last finished round ended', { deactivationRound: 4_249n }, 'left'],
  ] as const)('none: %s', (_, changes, reason) => {
    expect(span(changes)).toEqual({ state: 'none', reason })
  })
})

describe('a year of it', () => {
  test('one percent a round compounds over the rounds of a year', () => {
    // Rounds of a tenth of a year: 262,800 blocks.
    const growth = realisedYield(factors(P27), factors((P27 * 101n * 101n) / 10_000n))
    const { lptP9 } = yearlyYield(growth, 2n, 262_800n)
    // 1.01^10 − 1 = 0.104622125411204… (rounded down, as everything is)
    expect(lptP9).toBe(104_622_125n)
  })

  test('fees are scaled linearly', () => {
    const { ethPerLptP27 } = yearlyYield({ lptP27: 0n, ethPerLptP27: P27 / 100n }, 2n, 262_800n)
    expect(ethPerLptP27).toBe(P27 / 20n)
  })

  test('nothing earned is nothing a year; more earned is never less a year', () => {
    expect(yearlyYield({ lptP27: 0n, ethPerLptP27: 0n }, 90n, 6_377n)).toEqual({
      lptP9: 0n,
      ethPerLptP27: 0n,
    })
    const small = fc.bigInt({ min: 0n, max: P27 / 2n })
    fc.assert(
      fc.property(small, small, fc.bigInt({ min: 30n, max: 90n }), (a, more, rounds) => {
        const less = yearlyYield({ lptP27: a, ethPerLptP27: 0n }, rounds, 6_377n)
        const greater = yearlyYield({ lptP27: a + more, ethPerLptP27: 0n }, rounds, 6_377n)
        expect(greater.lptP9).toBeGreaterThanOrEqual(less.lptP9)
      }),
      { numRuns: 40 },
    )
  })

  test('a span of a whole year gives back its own growth', () => {
    const growth = { lptP27: P27 / 7n, ethPerLptP27: 3n * P27 }
    // 365 rounds of exactly a day.
    const yearly = yearlyYield(growth, 365n, 7_200n)
    expect(yearly.lptP9 - 142_857_142n).toBeLessThanOrEqual(0n)
    expect(yearly.lptP9 - 142_857_142n).toBeGreaterThanOrEqual(-1n)
    expect(yearly.ethPerLptP27).toBe(3n * P27)
  })

  test('spans and rounds without length are refused', () => {
    expect(() => yearlyYield({ lptP27: 0n, ethPerLptP27: 0n }, 0n, 6_377n)).toThrow(RangeError)
    expect(() => yearlyYield({ lptP27: 0n, ethPerLptP27: 0n }, 30n, 0n)).toThrow(RangeError)
  })
})
