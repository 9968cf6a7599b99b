import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { P6, P27 } from './fixed-point'
import type { RewardInput } from './reward-split'
import { nextTreasuryRateP27, rewardSplit, stakeInRound } from './reward-split'

const E18 = 10n ** 18n
const input: RewardInput = {
  mintable: 1_000n * E18,
  poolStake: 500n * E18,
  activeStake: 1_000n * E18,
  treasuryRewardCutRateP27: P27 / 10n,
  rewardCutP6: 100_000n,
  cumulativeRewards: 50n * E18,
  previousRewardFactorP27: 0n,
}

describe('rewardSplit', () => {
  test('every part of a plain case', () => {
    expect(rewardSplit(input)).toEqual({
      total: 500n * E18,
      treasury: 50n * E18,
      net: 450n * E18,
      commission: 45n * E18,
      delegators: 405n * E18,
      own: (405n * E18) / 10n,
      cumulativeRewards: 50n * E18 + (405n * E18) / 10n + 45n * E18,
      activeCumulativeRewards: 50n * E18,
      rewardFactorP27: P27 + (P27 * 81n) / 100n,
    })
  })

  test.each([
    ['a cut of 100 % leaves delegators nothing and the factor as it was', { rewardCutP6: P6 }, 0n, P27],
    ['a treasury rate of 100 % leaves nobody anything', { treasuryRewardCutRateP27: P27 }, 0n, P27],
    ['nothing mintable', { mintable: 0n }, 0n, P27],
  ])('%s', (_name, change, delegators, factor) => {
    expect(rewardSplit({ ...input, ...change })).toMatchObject({ delegators, rewardFactorP27: factor })
  })

  test('stake too small for a share of 10^-9 gets nothing', () => {
    const tiny = { ...input, poolStake: 1n, activeStake: 1_000_000_001n, cumulativeRewards: 0n }
    expect(rewardSplit(tiny).total).toBe(0n)
    expect(rewardSplit({ ...tiny, activeStake: 1_000_000_000n }).total).toBe((1_000n * E18) / 1_000_000_000n)
  })

  const stake = fc.bigInt({ min: 1n, max: 10n ** 26n })
  const cases = fc.record({
    mintable: fc.bigInt({ min: 0n, max: 10n ** 24n }),
    poolStake: stake,
    others: stake,
    treasuryRewardCutRateP27: fc.bigInt({ min: 0n, max: P27 }),
    rewardCutP6: fc.bigInt({ min: 0n, max: P6 }),
    cumulativePart: fc.bigInt({ min: 0n, max: P6 }),
    growth: fc.bigInt({ min: 0n, max: 50n * P27 }),
  })

  test('nothing is created: total = treasury + commission + delegators, own within delegators', () => {
    fc.assert(
      fc.property(cases, ({ others, cumulativePart, growth, ...rest }) => {
        const split = rewardSplit({
          ...rest,
          activeStake: rest.poolStake + others,
          cumulativeRewards: (rest.poolStake * cumulativePart) / P6,
          previousRewardFactorP27: P27 + growth,
        })
        expect(split.treasury + split.net).toBe(split.total)
        expect(split.commission + split.delegators).toBe(split.net)
        expect(split.total <= rest.mintable).toBe(true)
        expect(split.own >= 0n && split.own <= split.delegators).toBe(true)
        expect(split.rewardFactorP27 >= P27 + growth).toBe(true)
        // What the factor pays out on the pool's stake never exceeds what was set aside for it.
        const paid = (rest.poolStake * (split.rewardFactorP27 - P27 - growth)) / (P27 + growth)
        expect(paid <= split.delegators).toBe(true)
      }),
    )
  })
})

test.each([
  [9n, 7n],
  [10n, 3n],
  [11n, 3n],
])('stake in round 10 when it last changed in round %s', (lastActiveStakeUpdateRound, expected) => {
  expect(stakeInRound({ round: 10n, lastActiveStakeUpdateRound, atRound: 3n, atLastUpdate: 7n })).toBe(
    expected,
  )
})

test.each([
  ['below the ceiling', 100n, 99n, 5n],
  ['at the ceiling', 100n, 100n, 0n],
  ['above it', 100n, 101n, 0n],
  ['a ceiling of 0 is none', 0n, 10n ** 30n, 5n],
])('treasury rate of the next round: %s', (_name, treasuryBalanceCeiling, treasuryBalance, expected) => {
  expect(
    nextTreasuryRateP27({ treasuryBalanceCeiling, treasuryBalance, nextRoundTreasuryRewardCutRateP27: 5n }),
  ).toBe(expected)
})
