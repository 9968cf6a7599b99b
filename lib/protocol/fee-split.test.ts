import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FACTORS } from './earnings'
import type { FeeInput } from './fee-split'
import { feeSplit } from './fee-split'
import { P6, P27 } from './fixed-point'

const E18 = 10n ** 18n
const input: FeeInput = {
  fees: E18,
  round: 10n,
  lastRewardRound: 9n,
  poolStake: 100n * E18,
  feeShareP6: 800_000n,
  rewardCutP6: 0n,
  cumulativeRewards: 10n * E18,
  activeCumulativeRewards: 20n * E18,
  cumulativeFees: 7n,
  atRound: NO_FACTORS,
  before: { rewardFactorP27: 2n * P27, feeFactorP27: 3n },
  mintable: 1_000n * E18,
  activeStake: 1_000n * E18,
  treasuryRewardCutRateP27: 0n,
}

describe('feeSplit', () => {
  test('before the reward of the round: current cumulative rewards, factor carried on', () => {
    expect(feeSplit(input)).toEqual({
      delegators: 800_000_000_000_000_000n,
      commission: 200_000_000_000_000_000n,
      own: 80_000_000_000_000_000n,
      cumulativeFees: 280_000_000_000_000_007n,
      usedRewardFactorP27: 2n * P27,
      estimated: false,
      incrementP27: (2n * P27 * 8n) / 1_000n,
      feeFactorP27: 3n + (2n * P27 * 8n) / 1_000n,
    })
  })

  test('after it: what was active at the reward', () => {
    expect(feeSplit({ ...input, lastRewardRound: 10n }).own).toBe(160_000_000_000_000_000n)
  })

  test('a second ticket adds to what this round already has', () => {
    const again = { ...input, atRound: { rewardFactorP27: 0n, feeFactorP27: 1_000n } }
    expect(feeSplit(again).feeFactorP27).toBe(1_000n + feeSplit(input).incrementP27)
  })

  test('no reward ever: the factor is 1, nothing to estimate', () => {
    expect(feeSplit({ ...input, lastRewardRound: 0n, before: NO_FACTORS })).toMatchObject({
      estimated: false,
      usedRewardFactorP27: P27,
    })
  })

  test('rewarded now and no factor before: worked back from this round', () => {
    // Reward of 100 on a stake of 100 doubled the factor to 6; before it was 3.
    const first = {
      ...input,
      lastRewardRound: 10n,
      before: NO_FACTORS,
      atRound: { rewardFactorP27: 6n * P27, feeFactorP27: 0n },
    }
    expect(feeSplit(first)).toMatchObject({ estimated: true, usedRewardFactorP27: 3n * P27 })
  })

  test.each([
    [0n, 0n, E18],
    [P6, E18, 0n],
  ])('a fee share of %s', (feeShareP6, delegators, commission) => {
    expect(feeSplit({ ...input, feeShareP6 })).toMatchObject({ delegators, commission })
  })

  test('fees are divided without rest, and the factor pays out no more than the delegators part', () => {
    const wei = fc.bigInt({ min: 0n, max: 10n ** 22n })
    fc.assert(
      fc.property(
        wei,
        fc.bigInt({ min: 0n, max: P6 }),
        fc.bigInt({ min: 1n, max: 10n ** 26n }),
        (fees, feeShareP6, poolStake) => {
          const split = feeSplit({ ...input, fees, feeShareP6, poolStake, cumulativeRewards: poolStake / 3n })
          expect(split.delegators + split.commission).toBe(fees)
          expect(split.own <= split.delegators).toBe(true)
          expect((poolStake * split.incrementP27) / split.usedRewardFactorP27 <= split.delegators).toBe(true)
        },
      ),
    )
  })
})
