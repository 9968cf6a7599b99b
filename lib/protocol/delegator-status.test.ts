import { describe, expect, test } from 'vitest'
import type { DelegateState, EarningState } from './delegator-status'
import { delegatorStatus, earningState, IDLE_ROUNDS, roundsWithoutReward } from './delegator-status'
import { MAX_ROUND } from './fixed-point'

const ROUND = 100n
const bonded = { bondedAmount: 1n, startRound: 50n }
const delegate: DelegateState = {
  registered: true,
  activationRound: 40n,
  deactivationRound: MAX_ROUND,
  lastRewardRound: 99n,
  rewardCutP6: 100_000n,
  feeShareP6: 500_000n,
}

test.each([
  [0n, 0n, 'unbonded'],
  [0n, 101n, 'unbonded'],
  [1n, 99n, 'bonded'],
  [1n, 100n, 'bonded'],
  [1n, 101n, 'pending'],
  [2n ** 255n, 0n, 'bonded'],
])('%s wei from round %s is %s in round 100', (bondedAmount, startRound, status) => {
  expect(delegatorStatus({ bondedAmount, startRound }, ROUND)).toBe(status)
})

describe('earningState', () => {
  test.each<
    [string, { bondedAmount: bigint; startRound: bigint }, Partial<DelegateState> | null, EarningState]
  >([
    ['nothing bonded', { bondedAmount: 0n, startRound: 0n }, {}, { earning: false, reason: 'unbonded' }],
    ['bonded to nobody', bonded, null, { earning: false, reason: 'delegate-not-registered' }],
    [
      'bonded to somebody who never registered',
      bonded,
      { registered: false, activationRound: 0n, deactivationRound: 0n },
      { earning: false, reason: 'delegate-not-registered' },
    ],
    [
      'bonded this round',
      { bondedAmount: 1n, startRound: 101n },
      {},
      { earning: false, reason: 'starts-later', startRound: 101n },
    ],
    [
      'a delegate that enters the set next round',
      bonded,
      { activationRound: 101n },
      { earning: false, reason: 'delegate-joins-later', activationRound: 101n },
    ],
    [
      'a delegate that dropped out this round',
      bonded,
      { deactivationRound: 100n },
      { earning: false, reason: 'delegate-inactive', since: 100n },
    ],
    [
      'a delegate registered but never in the set',
      bonded,
      { activationRound: 0n, deactivationRound: 0n },
      { earning: false, reason: 'delegate-inactive', since: null },
    ],
    [
      'a delegate that keeps everything',
      bonded,
      { rewardCutP6: 1_000_000n, feeShareP6: 0n },
      { earning: false, reason: 'delegate-keeps-all' },
    ],
    [
      'a delegate that stopped calling reward',
      bonded,
      { lastRewardRound: 96n },
      { earning: false, reason: 'delegate-not-calling', missedRounds: 3n },
    ],
    [
      'a delegate one missed round short of that',
      bonded,
      { lastRewardRound: 97n },
      { earning: true, from: 'rewards-and-fees', rewardCalledThisRound: false, stopsInRound: null },
    ],
    [
      'fees only, whose reward calls do not matter',
      bonded,
      { rewardCutP6: 1_000_000n, lastRewardRound: 0n },
      { earning: true, from: 'fees-only', rewardCalledThisRound: false, stopsInRound: null },
    ],
    [
      'rewards only, called this round',
      bonded,
      { feeShareP6: 0n, lastRewardRound: 100n },
      { earning: true, from: 'rewards-only', rewardCalledThisRound: true, stopsInRound: null },
    ],
    [
      'a delegate in its last round',
      bonded,
      { deactivationRound: 101n },
      { earning: true, from: 'rewards-and-fees', rewardCalledThisRound: false, stopsInRound: 101n },
    ],
    [
      'a delegate that resigned this round but is active until it ends',
      bonded,
      { registered: false, deactivationRound: 101n },
      { earning: true, from: 'rewards-and-fees', rewardCalledThisRound: false, stopsInRound: 101n },
    ],
    [
      'the first round of a delegate',
      bonded,
      { activationRound: 100n, lastRewardRound: 0n },
      { earning: true, from: 'rewards-and-fees', rewardCalledThisRound: false, stopsInRound: null },
    ],
  ])('%s', (_name, delegator, change, expected) => {
    expect(earningState(delegator, change === null ? null : { ...delegate, ...change }, ROUND)).toEqual(
      expected,
    )
  })
})

test.each([
  // activation, last reward, missed in finished rounds
  [40n, 99n, 0n],
  [40n, 100n, 0n],
  [40n, 98n, 1n],
  [40n, 0n, 60n],
  [40n, 39n, 60n],
  [40n, 40n, 59n],
  [100n, 0n, 0n],
  [99n, 0n, 1n],
  [101n, 0n, 0n],
])(
  'active from %s, last reward in %s: %s rounds missed in round 100',
  (activationRound, lastRewardRound, missed) => {
    expect(roundsWithoutReward({ activationRound, lastRewardRound }, ROUND)).toBe(missed)
  },
)

test('three rounds in a row count as not calling', () => {
  expect(IDLE_ROUNDS).toBe(3n)
})
