import { describe, expect, it } from 'vitest'
import { P27 } from './fixed-point'
import { missedReward, nearestRate, roundOutcome, treasuryRateOf } from './ledger-rounds'
import { rewardSplit } from './reward-split'

const issue = { mintable: 27_000n * 10n ** 18n, activeStake: 26_000_000n * 10n ** 18n }
const stake = 10n ** 22n
const split = rewardSplit({
  mintable: issue.mintable,
  poolStake: 10n ** 24n,
  activeStake: issue.activeStake,
  treasuryRewardCutRateP27: P27 / 10n,
  rewardCutP6: 140_000n,
  cumulativeRewards: 0n,
  previousRewardFactorP27: P27,
})
const round = { reward: null, totalStake: 10n ** 24n, rewardCutP6: 140_000n }

describe('what a round was', () => {
  const base = { stakeAtStart: 1n, delegateRound: round, running: false, claimedBeforeCall: false }
  it.each([
    ['none', { ...base, stakeAtStart: 0n }],
    ['inactive', { ...base, delegateRound: null }],
    ['missed', base],
    ['open', { ...base, running: true }],
    ['called', { ...base, delegateRound: { ...round, reward: 1n } }],
    ['early', { ...base, delegateRound: { ...round, reward: 1n }, claimedBeforeCall: true }],
  ] as const)('%s', (outcome, input) => expect(roundOutcome(input)).toBe(outcome))
})

describe('the cost of a missed round', () => {
  it('is what the call would have brought, treasury part and cut taken off', () => {
    const cost = missedReward({ stake, delegateRound: round, issue, treasuryRateP27: P27 / 10n, own: false })
    expect(cost).toBe(split.delegators / 100n)
    const own = missedReward({ stake, delegateRound: round, issue, treasuryRateP27: P27 / 10n, own: true })
    expect(own).toBe(split.delegators / 100n + split.commission)
  })

  it('is of the reward that was minted where it came too late for this stake', () => {
    const late = { ...round, reward: split.net }
    const input = { stake, delegateRound: late, issue: null, treasuryRateP27: 0n }
    expect(missedReward({ ...input, own: false })).toBe(split.delegators / 100n)
    // The orchestrator's own cut is credited all the same.
    expect(missedReward({ ...input, own: true })).toBe(split.delegators / 100n)
  })

  it('is not known without the round’s figures', () => {
    const input = { stake, treasuryRateP27: 0n, own: false }
    expect(missedReward({ ...input, delegateRound: round, issue: null })).toBeNull()
    expect(missedReward({ ...input, delegateRound: { ...round, totalStake: 0n }, issue })).toBeNull()
  })

  it('takes the treasury’s part from a reward of that time', () => {
    const rateP27 = treasuryRateOf({ ...round, reward: split.net }, issue)
    expect((rateP27 ?? 0n) / 10n ** 18n).toBe(10n ** 8n)
    expect(treasuryRateOf(round, issue)).toBeNull()
    expect(treasuryRateOf({ ...round, reward: split.total * 2n }, issue)).toBeNull()
    const known = [
      { round: 5n, rateP27: 1n },
      { round: 9n, rateP27: 2n },
    ]
    expect([4n, 7n, 8n, 20n].map((at) => nearestRate(known, at, 3n))).toEqual([1n, 1n, 2n, 2n])
    expect(nearestRate([], 1n, 3n)).toBe(3n)
  })
})
