import { describe, expect, test } from 'vitest'
import type { Actor, BondRevert, Gate, ReceiverRounds } from './bond-rules'
import {
  predictBond,
  predictBondFor,
  predictPayment,
  predictRebond,
  predictRebondFromUnbonded,
  predictReward,
  predictTranscoder,
  predictUnbond,
  predictWithdrawFees,
  predictWithdrawStake,
} from './bond-rules'
import { MAX_ROUND } from './fixed-point'
import type { Address } from './types'
import { ZERO_ADDRESS } from './types'

const id = (digit: string): Address => `0x${digit.repeat(40)}`
const [ME, T, U] = [id('1'), id('2'), id('3')]
const gate: Gate = { paused: false, roundInitialized: true, currentRound: 100n }
const staying: ReceiverRounds = { activationRound: 1n, deactivationRound: MAX_ROUND, lastRewardRound: 99n }
/** Evicted or resigned this round, still active, has not called reward. */
const leaving: ReceiverRounds = { ...staying, deactivationRound: 101n }
const never: ReceiverRounds = { activationRound: 0n, deactivationRound: 0n, lastRewardRound: 0n }

const unbonded: Actor = { account: ME, status: 'unbonded', bondedAmount: 0n, delegate: ZERO_ADDRESS }
const bonded: Actor = { account: ME, status: 'bonded', bondedAmount: 10n, delegate: T }
const pending: Actor = { ...bonded, status: 'pending' }
const registered: Actor = { ...bonded, delegate: ME }

const outcome = (revert: BondRevert | null) =>
  revert === null ? { passes: true } : { passes: false, revert }
const PAUSED = 'system is paused'
const OVERDUE = 'current round is not initialized'
const NOT_REWARDED = 'transcoder has not yet called reward for the current round'

describe('every call checks pause, then the round', () => {
  const calls: [string, (at: Gate) => unknown][] = [
    [
      'bond',
      (at) =>
        predictBond(at, {
          actor: unbonded,
          amount: 0n,
          to: T,
          toRounds: leaving,
          balance: 0n,
          allowance: 0n,
        }),
    ],
    ['unbond', (at) => predictUnbond(at, { actor: unbonded, amount: 0n })],
    [
      'rebond',
      (at) => predictRebond(at, { actor: unbonded, lock: { withdrawRound: 0n }, delegateRounds: leaving }),
    ],
    [
      'rebondFromUnbonded',
      (at) =>
        predictRebondFromUnbonded(at, { actor: bonded, lock: { withdrawRound: 0n }, toRounds: leaving }),
    ],
    ['withdrawStake', (at) => predictWithdrawStake(at, { withdrawRound: 0n })],
    ['withdrawFees', (at) => predictWithdrawFees(at, { recipient: ZERO_ADDRESS, amount: 1n, fees: 0n })],
    ['reward', (at) => predictReward(at, never)],
    [
      'transcoder',
      (at) =>
        predictTranscoder(at, {
          roundLocked: true,
          rewardCutP6: 0n,
          feeShareP6: 0n,
          registered: false,
          rounds: never,
        }),
    ],
  ]
  test.each(calls)('%s', (_name, predict) => {
    expect(predict({ ...gate, paused: true, roundInitialized: false })).toEqual(outcome(PAUSED))
    expect(predict({ ...gate, roundInitialized: false })).toEqual(outcome(OVERDUE))
  })
})

describe('bond', () => {
  const base = { actor: unbonded, amount: 5n, to: T, toRounds: staying, balance: 5n, allowance: 5n }
  test.each<[string, Partial<typeof base>, BondRevert | null]>([
    ['first bond', {}, null],
    ['to somebody who never registered', { toRounds: never }, null],
    ['nothing, unbonded', { amount: 0n }, 'delegation amount must be greater than 0'],
    [
      'nothing, to the delegate one has',
      { actor: bonded, amount: 0n },
      'delegation amount must be greater than 0',
    ],
    ['nothing, moving', { actor: bonded, amount: 0n, to: U }, null],
    ['nothing, moving while pending', { actor: pending, amount: 0n, to: U }, null],
    [
      'one wei more than the balance',
      { amount: 6n, allowance: 6n },
      'ERC20: transfer amount exceeds balance',
    ],
    ['one wei more than the allowance', { allowance: 4n }, 'ERC20: transfer amount exceeds allowance'],
    [
      'more than both: the balance speaks first',
      { amount: 6n, allowance: 4n },
      'ERC20: transfer amount exceeds balance',
    ],
    ['an orchestrator adding to itself', { actor: registered, to: ME }, null],
    [
      'an orchestrator to somebody else',
      { actor: registered },
      "registered transcoders can't delegate towards other addresses",
    ],
    ['to one that leaves without a reward', { toRounds: leaving }, NOT_REWARDED],
    ['to one that leaves after its reward', { toRounds: { ...leaving, lastRewardRound: 100n } }, null],
    ['to one that has left', { toRounds: { ...staying, deactivationRound: 100n } }, null],
    ['to one that rejoined and is not active yet', { toRounds: { ...staying, activationRound: 101n } }, null],
    ['leaving is checked before amounts', { toRounds: leaving, amount: 0n }, NOT_REWARDED],
  ])('%s', (_name, change, revert) => {
    expect(predictBond(gate, { ...base, ...change })).toEqual(outcome(revert))
  })

  test('moving nothing needs no tokens', () => {
    expect(predictPayment(0n, 0n, 0n)).toEqual(outcome(null))
  })
})

describe('bonding for somebody else', () => {
  const claimedBefore = { lastClaimRound: 99n }
  const base = {
    owner: { ...bonded, ...claimedBefore },
    ownerDelegate: { ...staying, lastRewardRound: 100n },
    amount: 5n,
    to: T,
    toRounds: staying,
    balance: 5n,
    allowance: 5n,
  }
  test.each<[string, Partial<typeof base>, BondRevert | null]>([
    ['to its own delegate after the reward', {}, null],
    ['before the reward', { ownerDelegate: staying }, 'ILLEGAL_CLAIM_EARNINGS'],
    [
      'before the reward, already claimed',
      { ownerDelegate: staying, owner: { ...bonded, lastClaimRound: 100n } },
      null,
    ],
    ['whose delegate is not active', { ownerDelegate: never }, null],
    ['to another delegate', { to: U }, 'INVALID_DELEGATE_CHANGE'],
    ['unbonded, to any orchestrator', { owner: { ...unbonded, ...claimedBefore }, to: U }, null],
    ['unbonded, to itself', { owner: { ...unbonded, ...claimedBefore }, to: ME }, 'INVALID_DELEGATE'],
    ['nobody', { owner: { ...unbonded, account: ZERO_ADDRESS, ...claimedBefore } }, 'INVALID_DELEGATOR'],
    ['nothing', { amount: 0n }, 'delegation amount must be greater than 0'],
    ['without tokens', { balance: 4n }, 'ERC20: transfer amount exceeds balance'],
    ['to one that leaves without a reward', { toRounds: leaving }, NOT_REWARDED],
  ])('%s', (_name, change, revert) => {
    expect(predictBondFor(gate, { ...base, ...change })).toEqual(outcome(revert))
  })

  test('shut', () => {
    expect(predictBondFor({ ...gate, paused: true }, base)).toEqual(outcome(PAUSED))
  })
})

test.each<[string, Actor, bigint, BondRevert | null]>([
  ['part', bonded, 9n, null],
  ['all', bonded, 10n, null],
  ['one wei too much', bonded, 11n, 'amount is greater than bonded amount'],
  ['nothing', bonded, 0n, 'unbond amount must be greater than 0'],
  ['pending', pending, 5n, 'caller must be bonded'],
  ['unbonded', unbonded, 5n, 'caller must be bonded'],
])('unbond: %s', (_name, actor, amount, revert) => {
  expect(predictUnbond(gate, { actor, amount })).toEqual(outcome(revert))
})

test.each<[string, Actor, bigint, ReceiverRounds, BondRevert | null]>([
  ['bonded', bonded, 107n, staying, null],
  ['pending', pending, 107n, staying, null],
  ['a matured lock', bonded, 1n, staying, null],
  ['unbonded', unbonded, 107n, staying, 'caller must be bonded'],
  ['no such lock', bonded, 0n, staying, 'invalid unbonding lock ID'],
  ['a delegate that leaves', bonded, 107n, leaving, NOT_REWARDED],
])('rebond: %s', (_name, actor, withdrawRound, delegateRounds, revert) => {
  expect(predictRebond(gate, { actor, lock: { withdrawRound }, delegateRounds })).toEqual(outcome(revert))
})

test.each<[string, Actor, bigint, ReceiverRounds, BondRevert | null]>([
  ['unbonded', unbonded, 107n, staying, null],
  ['bonded', bonded, 107n, staying, 'caller must be unbonded'],
  ['pending', pending, 107n, staying, 'caller must be unbonded'],
  ['no such lock', unbonded, 0n, staying, 'invalid unbonding lock ID'],
  ['to one that leaves', unbonded, 107n, leaving, NOT_REWARDED],
])('rebond from unbonded: %s', (_name, actor, withdrawRound, toRounds, revert) => {
  expect(predictRebondFromUnbonded(gate, { actor, lock: { withdrawRound }, toRounds })).toEqual(
    outcome(revert),
  )
})

test.each<[bigint, BondRevert | null]>([
  [0n, 'invalid unbonding lock ID'],
  [99n, null],
  [100n, null],
  [101n, 'withdraw round must be before or equal to the current round'],
])('withdraw a lock of round %s in round 100', (withdrawRound, revert) => {
  expect(predictWithdrawStake(gate, { withdrawRound })).toEqual(outcome(revert))
})

test.each<[Address, bigint, BondRevert | null]>([
  [ME, 7n, null],
  [ME, 0n, null],
  [ME, 8n, 'insufficient fees to withdraw'],
  [ZERO_ADDRESS, 7n, 'invalid recipient'],
])('withdraw fees to %s: %s of 7 wei', (recipient, amount, revert) => {
  expect(predictWithdrawFees(gate, { recipient, amount, fees: 7n })).toEqual(outcome(revert))
})

describe('reward', () => {
  test.each<[string, ReceiverRounds, BondRevert | null]>([
    ['active', staying, null],
    ['in its last round', leaving, null],
    ['not active', never, 'transcoder must be active'],
    ['joining next round', { ...staying, activationRound: 101n }, 'transcoder must be active'],
    [
      'called already',
      { ...staying, lastRewardRound: 100n },
      'caller has already called reward for the current round',
    ],
  ])('%s', (_name, rounds, revert) => {
    expect(predictReward(gate, rounds)).toEqual(outcome(revert))
  })

  test('for somebody else only as the caller it set, checked before anything', () => {
    const paused = { ...gate, paused: true }
    const wrong = outcome('caller must be a reward caller set by the transcoder')
    expect(predictReward(paused, staying, { address: ME, rewardCaller: U })).toEqual(wrong)
    expect(predictReward(gate, staying, { address: ME, rewardCaller: ZERO_ADDRESS })).toEqual(wrong)
    expect(predictReward(gate, staying, { address: ME, rewardCaller: ME })).toEqual(outcome(null))
  })
})

describe('setting cuts', () => {
  const base = {
    roundLocked: false,
    rewardCutP6: 1_000_000n,
    feeShareP6: 1_000_000n,
    registered: true,
    rounds: never,
  }
  test.each<[string, Partial<typeof base>, BondRevert | null]>([
    ['at 100 %', {}, null],
    ['locked', { roundLocked: true }, "can't update transcoder params, current round is locked"],
    ['reward cut over 100 %', { rewardCutP6: 1_000_001n }, 'invalid rewardCut percentage'],
    ['fee share over 100 %', { feeShareP6: 1_000_001n }, 'invalid feeShare percentage'],
    ['not registered', { registered: false }, 'transcoder must be registered'],
    [
      'active before its reward',
      { rounds: staying },
      "caller can't be active or must have already called reward for the current round",
    ],
    ['active after its reward', { rounds: { ...staying, lastRewardRound: 100n } }, null],
  ])('%s', (_name, change, revert) => {
    expect(predictTranscoder(gate, { ...base, ...change })).toEqual(outcome(revert))
  })
})
