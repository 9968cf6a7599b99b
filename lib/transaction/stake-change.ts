import { isAddressEqual, zeroAddress } from 'viem'
import { bondHints, rebondHint, unbondHint } from '@/lib/protocol/list-hints'
import type { Address } from '@/lib/protocol/types'
import { withdrawRoundOf } from '@/lib/protocol/unbonding'
import type { Change } from '@/lib/transaction/plan-change'
import { positionNow, type StakeNow, stakeNow } from '@/lib/transaction/stake-now'
import type { OrchestratorState, PlanState } from '@/lib/transaction/state'
import type { Intent, Position, StakeChange, StepEffect } from '@/lib/transaction/types'

type IntentOf<verb extends Intent['verb']> = Extract<Intent, { verb: verb }>

/** `approve`: sets the allowance. */
export function approveChange(state: PlanState, intent: IntentOf<'approve'>): Change {
  const args = { verb: 'approve', spender: state.bondingManager, amountWei: intent.amountWei } as const
  return {
    args,
    effects: [allowanceEffect(state, intent.amountWei)],
    after: { ...positionNow(state), allowanceWei: intent.amountWei },
    stakes: [],
    pool: null,
  }
}

/** What setting the BondingManager's allowance changes. */
export function allowanceEffect(state: PlanState, afterWei: bigint): StepEffect {
  return { kind: 'allowance', spender: state.bondingManager, beforeWei: state.allowanceWei, afterWei }
}

/** `bond`: claims, then adds LPT or moves all of the stake. */
export function bondChange(state: PlanState, intent: IntentOf<'bond'>): Change {
  const now = stakeNow(state)
  const { amountWei } = intent
  const to = state.target.account
  const old = state.delegate
  const moves = now.bondedWei > 0n && !isAddressEqual(old.account, to)
  const movedWei = moves ? now.bondedWei : 0n
  const leaves = moves && old.account !== zeroAddress
  const hints = bondHints(state.pool, {
    staker: stakerOf(state, now),
    amount: amountWei,
    to: state.target,
    from: leaves ? old : null,
  })
  const allowance = state.allowanceWei >= amountWei ? state.allowanceWei : amountWei
  return {
    args: { verb: 'bond', amountWei, to, oldHint: hints.old, newHint: hints.current },
    effects: [
      ...claimEffect(state, now),
      ...(amountWei > 0n ? [{ kind: 'lpt-bonded', amountWei, to } as const] : []),
      ...(moves ? [{ kind: 'stake-moved', amountWei: movedWei, from: old.account, to } as const] : []),
    ],
    after: {
      ...stakedAt(state, now, now.bondedWei + amountWei, to),
      walletLptWei: state.lptWei - amountWei,
      // This token lowers even an unlimited allowance (contracts.md 3.1).
      allowanceWei: amountWei > 0n ? allowance - amountWei : state.allowanceWei,
      ...startOf(state, now.status === 'unbonded' || moves),
    },
    stakes: [
      ...(leaves ? [stakeChange(old, -movedWei)] : []),
      stakeChange(state.target, movedWei + amountWei),
    ],
    pool: hints.change,
  }
}

/** `unbond`: claims, then takes stake out into a lock. */
export function unbondChange(state: PlanState, intent: IntentOf<'unbond'>): Change {
  const now = stakeNow(state)
  const { amountWei } = intent
  const change = unbondHint(state.pool, {
    staker: stakerOf(state, now),
    amount: amountWei,
    from: state.delegate,
  })
  const remaining = now.bondedWei - amountWei
  const withdrawRound = withdrawRoundOf(state.round.number, state.unbondingPeriodRounds)
  const lockId = state.delegator.nextUnbondingLockId
  return {
    args: { verb: 'unbond', amountWei, hint: change.hint },
    effects: [...claimEffect(state, now), { kind: 'lock-created', lockId, amountWei, withdrawRound }],
    after:
      remaining > 0n
        ? { ...positionNow(state), ...stakedAt(state, now, remaining, state.delegate.account) }
        : {
            ...positionNow(state),
            stakeWei: 0n,
            feesWei: now.feesWei,
            delegate: null,
            status: 'unbonded',
            startRound: 0n,
          },
    stakes: [stakeChange(state.delegate, -amountWei)],
    pool: change,
  }
}

/** `rebond`: claims, then puts a lock back into the stake with the same delegate. */
export function rebondChange(state: PlanState, intent: IntentOf<'rebond'>): Change {
  const now = stakeNow(state)
  const { amount } = state.lock
  const to = state.delegate
  const change = rebondHint(state.pool, { account: state.account, amount, to })
  return {
    args: { verb: 'rebond', lockId: intent.lockId, hint: change.hint },
    effects: [
      ...claimEffect(state, now),
      { kind: 'lock-rebonded', lockId: intent.lockId, amountWei: amount, to: to.account },
    ],
    after: { ...positionNow(state), ...stakedAt(state, now, now.bondedWei + amount, to.account) },
    stakes: [stakeChange(to, amount)],
    pool: change,
  }
}

/** `rebondFromUnbonded`: puts a lock back, with any delegate. */
export function rebondFromUnbondedChange(state: PlanState, intent: IntentOf<'rebondFromUnbonded'>): Change {
  const now = stakeNow(state)
  const { amount } = state.lock
  const to = state.target.account
  const change = rebondHint(state.pool, { account: state.account, amount, to: state.target })
  return {
    args: { verb: 'rebondFromUnbonded', to, lockId: intent.lockId, hint: change.hint },
    effects: [
      ...claimEffect(state, now),
      { kind: 'lock-rebonded', lockId: intent.lockId, amountWei: amount, to },
    ],
    after: {
      ...positionNow(state),
      ...stakedAt(state, now, now.bondedWei + amount, to),
      ...startOf(state, true),
    },
    stakes: [stakeChange(state.target, amount)],
    pool: change,
  }
}

/** `withdrawStake`: a lock’s LPT go to the wallet; nothing is claimed. */
export function withdrawStakeChange(state: PlanState, intent: IntentOf<'withdrawStake'>): Change {
  const { amount } = state.lock
  return {
    args: { verb: 'withdrawStake', lockId: intent.lockId },
    effects: [{ kind: 'lock-withdrawn', lockId: intent.lockId, amountWei: amount }],
    after: { ...positionNow(state), walletLptWei: state.lptWei + amount },
    stakes: [],
    pool: null,
  }
}

/** `withdrawFees`: claims, then pays ETH out. */
export function withdrawFeesChange(state: PlanState, intent: IntentOf<'withdrawFees'>): Change {
  const now = stakeNow(state)
  const { amountWei, recipient } = intent
  const staked = stakedAt(state, now, now.bondedWei, state.delegate.account)
  return {
    args: { verb: 'withdrawFees', recipient, amountWei },
    effects: [...claimEffect(state, now), { kind: 'fees-withdrawn', amountWei, recipient }],
    after: { ...positionNow(state), ...staked, feesWei: staked.feesWei - amountWei },
    stakes: [],
    pool: null,
  }
}

/** `claimEarnings`: claims and nothing else. */
export function claimChange(state: PlanState): Change {
  const now = stakeNow(state)
  return {
    args: { verb: 'claimEarnings' },
    effects: claimEffect(state, now),
    after: { ...positionNow(state), ...stakedAt(state, now, now.bondedWei, state.delegate.account) },
    stakes: [],
    pool: null,
  }
}

/** Hints and pool changes are computed on the stake after the claim. */
export function stakerOf(state: PlanState, now: StakeNow) {
  return {
    account: state.account,
    bondedAmount: now.bondedWei,
    delegate: state.delegator.delegateAddress,
  }
}

/** What the chain will answer for stake and fees of the account with this bonded amount and delegate. */
function stakedAt(
  state: PlanState,
  now: StakeNow,
  bondedWei: bigint,
  delegate: Address,
): Pick<Position, 'stakeWei' | 'feesWei' | 'delegate'> {
  const own = isAddressEqual(delegate, state.account)
  return {
    stakeWei: bondedWei + (own ? now.unclaimedStakeWei : 0n),
    feesWei: now.feesWei + (own ? now.unclaimedFeesWei : 0n),
    delegate: delegate === zeroAddress ? null : delegate,
  }
}

/** Stake that is new or has moved counts from the next round; other stake keeps its start. */
function startOf(state: PlanState, starts: boolean): Pick<Position, 'status' | 'startRound'> {
  if (starts) return { status: 'pending', startRound: state.round.number + 1n }
  const { status, startRound } = positionNow(state)
  return { status, startRound }
}

/** What a claiming call claims; nothing when it finds nothing. */
export function claimEffect(state: PlanState, now: StakeNow): StepEffect[] {
  const rewardsWei = now.bondedWei - state.delegator.bondedAmount
  const feesWei = now.feesWei - state.delegator.fees
  return rewardsWei > 0n || feesWei > 0n ? [{ kind: 'earnings-claimed', rewardsWei, feesWei }] : []
}

/** How an orchestrator’s total stake changes. */
export function stakeChange(orchestrator: OrchestratorState, byWei: bigint): StakeChange {
  return {
    orchestrator: orchestrator.account,
    beforeWei: orchestrator.delegatedAmount,
    afterWei: orchestrator.delegatedAmount + byWei,
  }
}
