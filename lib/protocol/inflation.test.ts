import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MinterState } from './inflation'
import {
  bondingRateP9,
  compoundedYearlyP9,
  inflationPath,
  mintableTokens,
  nextInflationP9,
  nextIssuance,
  simpleYearlyP9,
} from './inflation'
import { participation, stakeShareP9 } from './participation'

const E18 = 10n ** 18n
const minter = (changes: Partial<MinterState> = {}): MinterState => ({
  inflationP9: 556_500n,
  inflationChangeP9: 500n,
  targetBondingRateP9: 500_000_000n,
  activeStake: 500n * E18,
  supply: 1_000n * E18,
  ...changes,
})

describe('inflation moves by one step towards the target', () => {
  test.each([
    ['below the target by one wei', minter({ activeStake: 500n * E18 - 1n }), 557_000n],
    ['exactly on it', minter(), 556_500n],
    // One wei above still rounds to the target in base 10^9.
    ['above it by one wei', minter({ activeStake: 500n * E18 + 1n }), 556_500n],
    ['above it by one point', minter({ activeStake: 500n * E18 + 10n ** 12n }), 556_000n],
    ['nothing bonded', minter({ activeStake: 0n }), 557_000n],
    ['no supply', minter({ activeStake: 0n, supply: 0n }), 557_000n],
    ['everything bonded', minter({ activeStake: 1_000n * E18 }), 556_000n],
    ['one step from zero', minter({ activeStake: 900n * E18, inflationP9: 500n }), 0n],
    ['less than a step from zero', minter({ activeStake: 900n * E18, inflationP9: 499n }), 0n],
    ['at zero', minter({ activeStake: 900n * E18, inflationP9: 0n }), 0n],
    ['from zero up', minter({ activeStake: 0n, inflationP9: 0n }), 500n],
  ])('%s', (_name, state, expected) => {
    expect(nextInflationP9(state)).toBe(expected)
  })
})

test('mintable tokens use the new inflation', () => {
  expect(nextIssuance(minter({ activeStake: 0n }))).toEqual({
    bondingRateP9: 0n,
    inflationP9: 557_000n,
    mintable: 557_000_000_000_000_000n,
  })
  expect(mintableTokens(0n, 557_000n)).toBe(0n)
  expect(mintableTokens(1_795n, 557_000n)).toBe(0n)
  expect(mintableTokens(1_796n, 557_000n)).toBe(1n)
})

test('no supply is a rate of 0, as in the Minter', () => {
  expect(bondingRateP9(0n, 0n)).toBe(0n)
})

describe('a year of inflation', () => {
  test('simple: the rate times the rounds in 365 days', () => {
    // 31,536,000 / (6,377 × 12) = 412.106 rounds.
    expect(simpleYearlyP9(556_500n, 6_377n)).toBe(229_336_992n)
    expect(simpleYearlyP9(0n, 6_377n)).toBe(0n)
  })

  test('compounded is more than simple, and near e^x − 1', () => {
    const compounded = compoundedYearlyP9(556_500n, 6_377n)
    expect(compounded).toBeGreaterThan(simpleYearlyP9(556_500n, 6_377n))
    const exact = (1 + 0.0005565) ** (31_536_000 / (6_377 * 12)) - 1
    expect(Number(compounded) / 1e9).toBeCloseTo(exact, 6)
    expect(compoundedYearlyP9(0n, 6_377n)).toBe(0n)
  })

  test('a round longer than a year counts in proportion', () => {
    expect(compoundedYearlyP9(10_000_000n, 5_256_000n)).toBe(5_000_000n)
  })

  test('compounded never falls below simple, and grows with the rate', () => {
    const rate = fc.bigInt({ min: 0n, max: 10_000_000n })
    const length = fc.bigInt({ min: 50n, max: 100_000n })
    fc.assert(
      fc.property(rate, rate, length, (one, more, roundLength) => {
        const low = compoundedYearlyP9(one, roundLength)
        // One point of rounding between the two ways of counting.
        expect(low + 1n >= simpleYearlyP9(one, roundLength)).toBe(true)
        expect(compoundedYearlyP9(one + more, roundLength) >= low).toBe(true)
      }),
    )
  })
})

describe('inflationPath', () => {
  test('goes up a step a round below the target, supply compounding', () => {
    const path = inflationPath(minter({ activeStake: 100n * E18 }), 3)
    expect(path.map((step) => step.inflationP9)).toEqual([557_000n, 557_500n, 558_000n])
    expect(path.map((step) => step.roundsAhead)).toEqual([1, 2, 3])
    expect(path[0]).toMatchObject({
      mintable: 557_000_000_000_000_000n,
      supplyAfter: 1_000_557_000_000_000_000_000n,
    })
  })

  test('a held rate decides the direction, whatever is bonded today', () => {
    const down = inflationPath(minter({ activeStake: 0n }), 2, 520_000_000n)
    expect(down.map((step) => step.inflationP9)).toEqual([556_000n, 555_500n])
    const still = inflationPath(minter({ activeStake: 0n }), 2, 500_000_000n)
    expect(still.map((step) => step.inflationP9)).toEqual([556_500n, 556_500n])
  })

  test('no rounds, no path; the first step is the next issuance', () => {
    expect(inflationPath(minter(), 0)).toEqual([])
    const supplies = fc.bigInt({ min: 1n, max: 10n ** 27n })
    fc.assert(
      fc.property(supplies, supplies, (supply, activeStake) => {
        const state = minter({ supply, activeStake })
        const [first] = inflationPath(state, 1)
        expect(first).toMatchObject({
          inflationP9: nextIssuance(state).inflationP9,
          mintable: nextIssuance(state).mintable,
        })
      }),
    )
  })
})

describe('participation', () => {
  test.each([
    [499n * E18, 'up'],
    [500n * E18, 'unchanged'],
    [501n * E18, 'down'],
  ])('with %s bonded inflation goes %s', (activeStake, inflationMoves) => {
    const figures = participation({ activeStake, supply: 1_000n * E18, targetBondingRateP9: 500_000_000n })
    expect(figures).toMatchObject({ inflationMoves, activeStakeAtTarget: 500n * E18 })
  })

  test('the stake at target is the least that is not below it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 27n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (supply, target) => {
          const input = { supply, targetBondingRateP9: target }
          const { activeStakeAtTarget } = participation({ ...input, activeStake: 0n })
          expect(bondingRateP9(activeStakeAtTarget, supply) >= target).toBe(true)
          expect(bondingRateP9(activeStakeAtTarget - 1n, supply) < target).toBe(true)
        },
      ),
    )
  })

  test('a share of nothing does not exist', () => {
    expect(stakeShareP9(1n, 0n)).toBeNull()
    expect(stakeShareP9(0n, 10n)).toBe(0n)
    expect(stakeShareP9(1n, 3n)).toBe(333_333_333n)
    expect(stakeShareP9(3n, 3n)).toBe(1_000_000_000n)
  })
})
