import { describe, expect, test } from 'vitest'
import { NO_FACTORS } from './earnings'
import { forfeitOfClaimingNow } from './forfeits'
import { rewardSplit } from './reward-split'
import type { Address } from './types'

const E18 = 10n ** 18n
const D1: Address = '0x1111111111111111111111111111111111111111'
const T: Address = '0x2222222222222222222222222222222222222222'

/** Example C of contracts.md 13.3: three stakes of 1,000 LPT with one orchestrator, 2,215 LPT to come. */
const expected = rewardSplit({
  mintable: 2_215n * E18,
  poolStake: 3_000n * E18,
  activeStake: 3_000n * E18,
  treasuryRewardCutRateP27: 0n,
  rewardCutP6: 0n,
  cumulativeRewards: 0n,
  previousRewardFactorP27: 0n,
})
const input = {
  account: D1,
  delegator: { bondedAmount: 1_000n * E18, fees: 0n, delegateAddress: T, lastClaimRound: 10n },
  currentRound: 11n,
  delegate: { lastRewardRound: 0n, cumulativeRewards: 0n, cumulativeFees: 0n, active: true },
  start: NO_FACTORS,
  end: NO_FACTORS,
  expected,
}

test('example C: the delegator that claims early loses 738.33 LPT', () => {
  expect(forfeitOfClaimingNow(input)).toEqual({ forfeits: true, reward: 738333333333333333333n })
})

describe('nothing is lost', () => {
  test.each([
    ['no stake', { delegator: { ...input.delegator, bondedAmount: 0n } }, 'no-stake'],
    [
      'claimed this round already',
      { delegator: { ...input.delegator, lastClaimRound: 11n } },
      'already-claimed',
    ],
    ['an inactive delegate', { delegate: { ...input.delegate, active: false } }, 'delegate-inactive'],
    ['reward already called', { delegate: { ...input.delegate, lastRewardRound: 11n } }, 'reward-called'],
  ])('%s', (_name, change, reason) => {
    expect(forfeitOfClaimingNow({ ...input, ...change })).toEqual({ forfeits: false, reason })
  })
})

test('a reward in the round before is none in this one', () => {
  const before = { ...input, delegate: { ...input.delegate, lastRewardRound: 10n } }
  expect(forfeitOfClaimingNow(before)).toMatchObject({ forfeits: true })
})

test('an amount that could not be worked out is unknown, not zero', () => {
  expect(forfeitOfClaimingNow({ ...input, expected: null })).toEqual({ forfeits: true, reward: null })
})

test('an orchestrator that claims early still gets its commission', () => {
  const split = rewardSplit({
    mintable: 2_215n * E18,
    poolStake: 3_000n * E18,
    activeStake: 3_000n * E18,
    treasuryRewardCutRateP27: 0n,
    rewardCutP6: 1_000_000n,
    cumulativeRewards: 0n,
    previousRewardFactorP27: 0n,
  })
  const own = { ...input, account: T, expected: split }
  // It keeps everything as commission, so that claiming first costs it nothing.
  expect(forfeitOfClaimingNow(own)).toEqual({ forfeits: true, reward: 0n })
  expect(forfeitOfClaimingNow({ ...own, expected })).toEqual({
    forfeits: true,
    reward: 738333333333333333333n,
  })
})
