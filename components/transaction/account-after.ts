import type { Outcome } from '@/lib/contracts/call'
import type { DelegateView, DelegatingView, UnbondingLockView } from '@/lib/data/types'
import { delegatorStatus } from '@/lib/protocol/delegator-status'
import { MAX_ROUND } from '@/lib/protocol/fixed-point'
import { isActive } from '@/lib/protocol/orchestrator-status'
import { indexInPool } from '@/lib/protocol/sorted-pool'
import { sameAddress, ZERO_ADDRESS } from '@/lib/protocol/types'
import type { OrchestratorState, PlanState } from '@/lib/transaction/state'

function delegateAfter(before: DelegateView | null, state: PlanState): DelegateView | null {
  const { delegate, delegator, pool } = state
  if (delegator.delegateAddress === ZERO_ADDRESS) return null
  const round = state.round.number
  const { record } = delegate
  const known = before && sameAddress(before.address, delegate.account) ? before : null
  const place = indexInPool(pool.nodes, delegate.account)
  return {
    address: delegate.account,
    name: known?.name ?? null,
    registered: delegate.registered,
    active: isActive(record, round),
    standing: standingAfter(delegate, place, isActive(record, round)),
    rank: place === -1 ? null : place + 1,
    totalStakeWei: delegate.delegatedAmount,
    rewardCutP6: record.rewardCutP6,
    feeShareP6: record.feeShareP6,
    feeCutP6: 1_000_000n - record.feeShareP6,
    lastRewardRound: Number(record.lastRewardRound),
    calledThisRound: record.lastRewardRound === round,
    activationRound: Number(record.activationRound),
    deactivationRound: record.deactivationRound === MAX_ROUND ? null : Number(record.deactivationRound),
  }
}

function standingAfter(
  delegate: OrchestratorState,
  place: number,
  active: boolean,
): DelegateView['standing'] {
  if (!delegate.registered) return 'unregistered'
  if (place === -1) return active ? 'leaving' : 'outside'
  return active ? 'in' : 'joining'
}

function locksAfter(view: DelegatingView, outcomes: readonly Outcome[]): UnbondingLockView[] {
  let locks = [...view.locks]
  for (const outcome of outcomes) {
    if (outcome.verb === 'unbond') {
      const withdrawRound = Number(outcome.withdrawRound)
      const { round } = view
      const availableAtBlock = round.startBlock + (withdrawRound - round.number) * round.lengthBlocks
      const seconds = (availableAtBlock - round.blockNum) * round.secondsPerBlock
      const left = (round.endBlock - round.blockNum) * round.secondsPerBlock
      locks.push({
        id: Number(outcome.lockId),
        amountWei: outcome.amountWei,
        withdrawRound,
        state: 'waiting',
        availableAtBlock,
        availableAt: round.endsAt - left + seconds,
        delegate: outcome.delegate,
      })
    } else if ('lockId' in outcome) {
      locks = locks.filter((lock) => lock.id !== Number(outcome.lockId))
    }
  }
  return locks
}

/** Actions after which the contract records the account's stake for voting by itself (contracts.md 5.3). */
const records: ReadonlySet<Outcome['verb']> = new Set([
  'bond',
  'unbond',
  'rebond',
  'rebondFromUnbonded',
  'transferBond',
  'withdrawFees',
  'claimEarnings',
  'claimStake',
])

function recorded(account: DelegatingView['address'], outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) =>
    outcome.verb === 'checkpointBondingState' ? sameAddress(outcome.of, account) : records.has(outcome.verb),
  )
}

/** The round as it was, started once the chain says so: the rest of it does not depend on that. */
function roundAfter(round: DelegatingView['round'], state: PlanState): DelegatingView['round'] {
  if (!state.round.initialized || Number(state.round.number) !== round.number) return round
  return { ...round, initialized: true, overdue: false, lastInitializedRound: round.number }
}

/**
 * An account's figures right after its transactions: the chain's for everything that staking changes, the older view's for
 * what a transaction does not touch. Pure.
 */
export function accountAfter(
  view: DelegatingView,
  state: PlanState,
  outcomes: readonly Outcome[],
): DelegatingView {
  const { delegator } = state
  const delegate = delegateAfter(view.delegate, state)
  const active = delegate?.active && state.activeStakeWei > 0n
  return {
    ...view,
    round: roundAfter(view.round, state),
    hasCheckpoint: view.hasCheckpoint || recorded(view.address, outcomes),
    status: delegatorStatus(delegator, state.round.number),
    startRound: Number(delegator.startRound),
    lastClaimRound: Number(delegator.lastClaimRound),
    bondedWei: delegator.bondedAmount,
    pendingStakeWei: state.pendingStakeWei,
    pendingRewardsWei:
      state.pendingStakeWei > delegator.bondedAmount ? state.pendingStakeWei - delegator.bondedAmount : 0n,
    pendingFeesWei: state.pendingFeesWei,
    storedFeesWei: delegator.fees,
    delegatedWei: delegator.delegatedAmount,
    delegate,
    networkShareP9: active ? (state.pendingStakeWei * 1_000_000_000n) / state.activeStakeWei : 0n,
    locks: locksAfter(view, outcomes),
    nextUnbondingLockId: Number(delegator.nextUnbondingLockId),
    lptBalanceWei: state.lptWei,
    ethBalanceWei: state.ethWei,
    allowanceWei: state.allowanceWei,
    paused: state.paused,
  }
}
