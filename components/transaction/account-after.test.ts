import { describe, expect, it } from 'vitest'
import type { DelegatingView, RoundView, UnbondingLockView } from '@/lib/data/types'
import { alice, LPT, me, orchestrator, ROUND, stateWith, unbonded } from '@/lib/transaction/plan.fixture'
import { accountAfter } from './account-after'

const round = {
  number: Number(ROUND),
  startBlock: 4_900,
  endBlock: 5_100,
  blockNum: 5_000,
  lengthBlocks: 200,
  secondsPerBlock: 12,
  endsAt: 1_000_000 + 100 * 12,
} as RoundView

const lock = { id: 1, amountWei: 20n * LPT, withdrawRound: 100, state: 'withdrawable' } as UnbondingLockView

const before = {
  address: me,
  round,
  locks: [lock] as readonly UnbondingLockView[],
  delegate: { address: alice, name: 'node one' },
  principalWei: 77n,
} as DelegatingView

describe('accountAfter', () => {
  it('takes from the chain what staking changes and keeps the rest', () => {
    const view = accountAfter(before, stateWith({ pendingStakeWei: 103n * LPT }), [])
    expect(view).toMatchObject({
      status: 'bonded',
      bondedWei: 100n * LPT,
      pendingStakeWei: 103n * LPT,
      pendingRewardsWei: 3n * LPT,
      lptBalanceWei: 50n * LPT,
      networkShareP9: 103_000_000n,
      principalWei: 77n,
    })
    expect(view.delegate).toMatchObject({
      address: alice,
      name: 'node one',
      standing: 'in',
      rank: 1,
      calledThisRound: true,
    })
  })

  it('adds the lock of an unbonding with the time it opens', () => {
    const view = accountAfter(before, stateWith(), [
      { verb: 'unbond', delegate: alice, lockId: 2n, amountWei: 5n * LPT, withdrawRound: 107n },
    ])
    expect(view.locks).toHaveLength(2)
    expect(view.locks[1]).toMatchObject({
      id: 2,
      amountWei: 5n * LPT,
      state: 'waiting',
      availableAtBlock: 4_900 + 7 * 200,
      availableAt: 1_000_000 + (4_900 + 7 * 200 - 5_000) * 12,
      delegate: alice,
    })
  })

  it('drops the lock that was withdrawn or rebonded, and no other', () => {
    const two = { ...before, locks: [lock, { ...lock, id: 2 }] }
    const withdrawn = accountAfter(two, stateWith(), [
      { verb: 'withdrawStake', lockId: 1n, amountWei: 20n * LPT, withdrawRound: 100n },
    ])
    expect(withdrawn.locks.map(({ id }) => id)).toEqual([2])
    const rebonded = accountAfter(two, stateWith(), [
      { verb: 'rebond', delegate: alice, lockId: 2n, amountWei: 20n * LPT },
    ])
    expect(rebonded.locks.map(({ id }) => id)).toEqual([1])
  })

  it('knows nobody to delegate to after everything was unbonded', () => {
    const view = accountAfter(before, stateWith(unbonded), [])
    expect(view).toMatchObject({
      status: 'unbonded',
      delegate: null,
      networkShareP9: 0n,
      pendingRewardsWei: 0n,
    })
  })

  it('does not carry a name over to another orchestrator', () => {
    const other = { ...before, delegate: { ...before.delegate, address: me } as DelegatingView['delegate'] }
    expect(accountAfter(other, stateWith(), []).delegate?.name).toBeNull()
  })

  it('counts no share of the active stake for an orchestrator that is not active', () => {
    const state = stateWith({ delegate: orchestrator(alice, { deactivationRound: ROUND }) })
    expect(accountAfter(before, state, []).networkShareP9).toBe(0n)
  })

  it('knows a stake that is recorded for voting by an action of its owner or for it, and no other’s', () => {
    const unrecorded = { ...before, hasCheckpoint: false }
    const after = (outcomes: Parameters<typeof accountAfter>[2]) =>
      accountAfter(unrecorded, stateWith(), outcomes).hasCheckpoint
    expect(after([{ verb: 'checkpointBondingState', of: me }])).toBe(true)
    expect(after([{ verb: 'checkpointBondingState', of: alice }])).toBe(false)
    expect(after([{ verb: 'claimEarnings', rewardsWei: 1n, feesWei: 0n }])).toBe(true)
    expect(after([{ verb: 'withdrawStake', lockId: 1n, amountWei: 1n, withdrawRound: 9n }])).toBe(false)
  })

  it('knows that the round was started', () => {
    const overdue = { ...before, round: { ...round, overdue: true, initialized: false } as RoundView }
    const started = accountAfter(overdue, stateWith(), [{ verb: 'initializeRound', round: ROUND }])
    expect(started.round).toMatchObject({ overdue: false, initialized: true })
    const { round: at } = stateWith()
    const still = accountAfter(overdue, stateWith({ round: { ...at, initialized: false } }), [])
    expect(still.round.overdue).toBe(true)
  })
})
