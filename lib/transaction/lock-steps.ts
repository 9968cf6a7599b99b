import { isAddressEqual } from 'viem'
import type { UnbondingLock } from '@/lib/protocol/types'
import type { Change } from '@/lib/transaction/plan-change'
import { rebondChange, rebondFromUnbondedChange } from '@/lib/transaction/stake-change'
import { positionNow, stakeNow } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Step } from '@/lib/transaction/types'

/** Withdraws locks, one transaction each: the contract has no call for several (contracts.md 5.3). */
export function withdrawLocksChange(state: PlanState, locks: readonly UnbondingLock[]): Change {
  const steps = locks.map(
    ({ id, amount }): Step => ({
      args: { verb: 'withdrawStake', lockId: id },
      effects: [{ kind: 'lock-withdrawn', lockId: id, amountWei: amount }],
    }),
  )
  const total = locks.reduce((sum, { amount }) => sum + amount, 0n)
  const last = lastOf(steps)
  return {
    args: last.args,
    effects: last.effects,
    earlier: steps.slice(0, -1),
    after: { ...positionNow(state), walletLptWei: state.lptWei + total },
    stakes: [],
    pool: null,
  }
}

/**
 * Rebonds locks, one transaction each: the first with `target` where the account has no stake, all others with the delegate
 * it then has. Each is planned on the state that the one before leaves.
 */
export function rebondLocksChange(state: PlanState, locks: readonly UnbondingLock[]): Change {
  const changes: Change[] = []
  let now = state
  for (const lock of locks) {
    const here = { ...now, lock }
    const unbonded = stakeNow(here).status === 'unbonded'
    const change = unbonded
      ? rebondFromUnbondedChange(here, {
          verb: 'rebondFromUnbonded',
          lockId: lock.id,
          to: here.target.account,
        })
      : rebondChange(here, { verb: 'rebond', lockId: lock.id })
    changes.push(change)
    now = stateAfterRebond(here, change)
  }
  const last = lastOf(changes)
  const first = changes[0]
  const [firstStake] = first?.stakes ?? []
  const [lastStake] = last.stakes
  return {
    ...last,
    earlier: changes.slice(0, -1).map(({ args, effects }) => ({ args, effects })),
    stakes: firstStake && lastStake ? [{ ...lastStake, beforeWei: firstStake.beforeWei }] : last.stakes,
    pool: last.pool && {
      ...last.pool,
      joined: changes.find((change) => change.pool?.joined)?.pool?.joined ?? null,
      evicted: changes.find((change) => change.pool?.evicted)?.pool?.evicted ?? null,
    },
  }
}

/** The state as far as the next rebond of the same account depends on it. */
function stateAfterRebond(state: PlanState, change: Change): PlanState {
  const now = stakeNow(state)
  const { after } = change
  const orchestrator = now.status === 'unbonded' ? state.target : state.delegate
  const own = isAddressEqual(orchestrator.account, state.account)
  const [stake] = change.stakes
  const delegate = {
    ...orchestrator,
    registered: orchestrator.registered || own,
    delegatedAmount: stake?.afterWei ?? orchestrator.delegatedAmount,
    record: own
      ? {
          ...orchestrator.record,
          cumulativeRewards: now.unclaimedStakeWei,
          cumulativeFees: now.unclaimedFeesWei,
        }
      : orchestrator.record,
  }
  return {
    ...state,
    delegator: {
      ...state.delegator,
      bondedAmount: now.bondedWei + state.lock.amount,
      fees: now.feesWei,
      delegateAddress: orchestrator.account,
      startRound: after.startRound,
      lastClaimRound: state.round.number,
    },
    pendingStakeWei: after.stakeWei,
    pendingFeesWei: after.feesWei,
    delegate,
    target: isAddressEqual(state.target.account, delegate.account) ? delegate : state.target,
    pool: change.pool?.pool ?? state.pool,
  }
}

function lastOf<Item>(items: readonly Item[]): Item {
  const last = items.at(-1)
  if (last === undefined) throw new Error('A plan over locks needs a lock; refusals come first.')
  return last
}
