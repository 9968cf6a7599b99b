import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { P6, P27 } from './fixed-point'
import { isCalled, type NetworkAssumptions, networkPath, projectPool } from './projection'
import {
  feesPerRound,
  networkCases,
  type PoolFacts,
  poolCases,
  projectRange,
  roundsInDays,
} from './projection-cases'

const E18 = 10n ** 18n
const network = (changes: Partial<NetworkAssumptions> = {}): NetworkAssumptions => ({
  minter: {
    inflationP9: 556_500n,
    inflationChangeP9: 500n,
    targetBondingRateP9: 500_000_000n,
    activeStake: 26_800_000n * E18,
    supply: 51_600_000n * E18,
  },
  inflation: 'rule',
  rounds: 412,
  addedStake: 0n,
  mintedShareP6: P6,
  treasuryRewardCutRateP27: 0n,
  treasuryBalance: 490_000n * E18,
  treasuryBalanceCeiling: 750_000n * E18,
  ...changes,
})
const pool = {
  poolStake: 400_000n * E18,
  rewardCutP6: 140_000n,
  feeShareP6: 800_000n,
  callRatioP6: P6,
  feesPerRound: E18 / 10n,
}

describe('the network path', () => {
  test('inflation falls above the target and the next round is the first to move', () => {
    const [first, second] = networkPath(network())
    expect([first?.inflationP9, second?.inflationP9]).toEqual([556_000n, 555_500n])
    expect(first?.mintable).toBe((51_600_000n * E18 * 556_000n) / 1_000_000_000n)
    expect(second?.activeStake).toBe(26_800_000n * E18 + (first?.mintable ?? 0n))
  })

  test('the amount itself counts for the 50 % rule', () => {
    const below = network({
      minter: { ...network().minter, activeStake: 25_700_000n * E18 },
      rounds: 1,
    })
    expect(networkPath(below)[0]?.inflationP9).toBe(557_000n)
    expect(networkPath({ ...below, addedStake: 200_000n * E18 })[0]?.inflationP9).toBe(556_000n)
  })

  test('the treasury takes its cut until its balance reaches the ceiling, then none', () => {
    const path = networkPath(
      network({
        treasuryRewardCutRateP27: P27 / 10n,
        treasuryBalance: 749_000n * E18,
        rounds: 3,
      }),
    )
    // About 2,869 LPT a round: the ceiling is reached with the first.
    expect(path.map((round) => round.treasuryRewardCutRateP27)).toEqual([P27 / 10n, 0n, 0n])
  })

  test('missed calls mint less', () => {
    const last = (mintedShareP6: bigint) => networkPath(network({ mintedShareP6 })).at(-1)
    expect(last(900_000n)?.activeStake).toBeLessThan(last(P6)?.activeStake ?? 0n)
  })
})

describe('calls spread over rounds', () => {
  test('as many as the ratio says over any stretch, none at zero, all at one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: P6 }), fc.integer({ min: 1, max: 500 }), (ratio, rounds) => {
        const called = Array.from({ length: rounds }, (_, round) => isCalled(round, ratio)).filter(Boolean)
        expect(BigInt(called.length)).toBe((BigInt(rounds) * ratio) / P6)
      }),
    )
  })
})

describe('the projection of a pool', () => {
  const path = networkPath(network())

  test('nothing is earned with a full reward cut or without calls, and no fees without a share', () => {
    const amount = 1_000n * E18
    expect(projectPool(path, amount, { ...pool, rewardCutP6: P6 }).rewards).toBe(0n)
    expect(projectPool(path, amount, { ...pool, callRatioP6: 0n })).toMatchObject({ rewards: 0n, lptP27: 0n })
    expect(projectPool(path, amount, { ...pool, feeShareP6: 0n }).fees).toBe(0n)
  })

  test('a greater amount earns more in all and less for each LPT', () => {
    const amount = fc.bigInt({ min: E18, max: 5_000_000n * E18 })
    fc.assert(
      fc.property(amount, amount, (one, more) => {
        const of = (wei: bigint) =>
          projectPool(networkPath(network({ rounds: 60, addedStake: wei })), wei, pool)
        const [less, greater] = [of(one), of(one + more)]
        expect(greater.rewards).toBeGreaterThanOrEqual(less.rewards)
        expect(greater.fees).toBeGreaterThanOrEqual(less.fees)
        expect(greater.lptP27).toBeLessThanOrEqual(less.lptP27)
        expect(greater.ethPerLptP27).toBeLessThanOrEqual(less.ethPerLptP27)
      }),
      { numRuns: 60 },
    )
  })

  test('a higher cut never earns more', () => {
    const cut = fc.bigInt({ min: 0n, max: P6 })
    fc.assert(
      fc.property(cut, cut, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const of = (rewardCutP6: bigint) =>
          projectPool(path.slice(0, 50), 1_000n * E18, { ...pool, rewardCutP6 })
        expect(of(high).rewards).toBeLessThanOrEqual(of(low).rewards)
      }),
      { numRuns: 60 },
    )
  })

  test('named calls take the place of the ratio', () => {
    const calls = path.map((_, index) => index === 0)
    const once = projectPool(path, 1_000n * E18, { ...pool, callRatioP6: 0n }, { calls })
    expect(once.rewards).toBe(projectPool(path.slice(0, 1), 1_000n * E18, pool).rewards)
  })

  test('the factor it starts from does not change the yield beyond its last digits', () => {
    const amount = 1_000n * E18
    const plain = projectPool(path, amount, pool)
    const later = projectPool(path, amount, pool, { rewardFactorP27: 7n * P27 })
    expect(later.rewards - plain.rewards).toBeLessThan(1_000n)
    expect(later.rewards - plain.rewards).toBeGreaterThan(-1_000n)
  })

  test('a pool without stake earns nothing, and nothing is divided by it', () => {
    expect(projectPool(path, 0n, { ...pool, poolStake: 0n })).toEqual({
      rewards: 0n,
      fees: 0n,
      lptP27: 0n,
      ethPerLptP27: 0n,
    })
  })
})

describe('the three cases', () => {
  const cut = fc.bigInt({ min: 0n, max: P6 })
  const facts = fc.record({
    poolStake: fc.bigInt({ min: E18, max: 3_000_000n * E18 }),
    rewardCutP6: cut,
    feeShareP6: cut,
    worstRewardCutP6: fc.option(cut),
    worstFeeCutP6: fc.option(cut),
    callRatio30P6: fc.option(cut),
    callRatio90P6: fc.option(cut),
    feesPerRound: fc.option(fc.bigInt({ min: 0n, max: E18 })),
  })

  test('low earns at most as much as middle, middle as high', () => {
    fc.assert(
      fc.property(
        facts,
        fc.bigInt({ min: E18, max: 1_000_000n * E18 }),
        fc.bigInt({ min: 10_000_000n, max: 45_000_000n }),
        fc.constantFrom(0n, P27 / 10n),
        fc.constantFrom(0n, P27 / 10n),
        (known: PoolFacts, amount, activeLpt, live, next) => {
          const base = network()
          const paths = networkCases(
            {
              minter: { ...base.minter, activeStake: activeLpt * E18 },
              treasuryRewardCutRateP27: live,
              nextTreasuryRewardCutRateP27: next,
              treasuryBalance: base.treasuryBalance,
              treasuryBalanceCeiling: base.treasuryBalanceCeiling,
              mintedShareP6: 990_000n,
            },
            120,
            amount,
          )
          const { low, middle, high } = projectRange(paths, amount, poolCases(known))
          expect(low.rewards).toBeLessThanOrEqual(middle.rewards)
          expect(middle.rewards).toBeLessThanOrEqual(high.rewards)
          expect(low.fees).toBeLessThanOrEqual(middle.fees)
        },
      ),
      { numRuns: 80 },
    )
  })

  test('a worst cut of 180 days decides the low case even when today’s is lower', () => {
    const known: PoolFacts = {
      poolStake: E18,
      rewardCutP6: 0n,
      feeShareP6: P6,
      worstRewardCutP6: 750_000n,
      worstFeeCutP6: 200_000n,
      callRatio30P6: 900_000n,
      callRatio90P6: 950_000n,
      feesPerRound: 5n,
    }
    const { low, middle, high } = poolCases(known)
    expect(low).toEqual({
      poolStake: E18,
      rewardCutP6: 750_000n,
      feeShareP6: 800_000n,
      callRatioP6: 900_000n,
      feesPerRound: 0n,
    })
    expect([middle.rewardCutP6, middle.callRatioP6, middle.feesPerRound]).toEqual([0n, 950_000n, 5n])
    expect(high.callRatioP6).toBe(P6)
  })
})

test('rounds in days, and fees a round from fees of days', () => {
  // 365 days of 12 s blocks are 2,628,000 blocks.
  expect(roundsInDays(365, 6_377n)).toBe(412)
  expect(roundsInDays(1, 7_200n)).toBe(1)
  expect(feesPerRound(90n * E18, 90, 7_200n)).toBe(E18)
})
