import { isAddressEqual, zeroAddress } from 'viem'
import {
  predictRebond,
  predictRebondFromUnbonded,
  predictUnbond,
  predictWithdrawStake,
} from '@/lib/protocol/bond-rules'
import type { UnbondingLock } from '@/lib/protocol/types'
import type { Facts } from '@/lib/transaction/facts'
import { rebondLocksChange, withdrawLocksChange } from '@/lib/transaction/lock-steps'
import type { Change } from '@/lib/transaction/plan-change'
import { unbondChange } from '@/lib/transaction/stake-change'
import { positionNow, stakeNow } from '@/lib/transaction/stake-now'
import { actorOf, openGate, refusalOf } from '@/lib/transaction/stake-refusals'
import {
  cutRose,
  forfeit,
  registers,
  standing,
  unbondWarnings,
  waitRestarts,
} from '@/lib/transaction/stake-warnings'
import type { PlanState } from '@/lib/transaction/state'
import { transferChange, transferRefusals, transferWarnings } from '@/lib/transaction/transfer-plan'
import type { Refusal, Warning } from '@/lib/transaction/types'
import type { MoveIntent } from '@/lib/transaction/verb-types'

/** What these verbs change, to the wei. */
export function moveChange(state: PlanState, intent: MoveIntent): Change {
  switch (intent.verb) {
    case 'transferBond':
      return transferChange(state, intent)
    case 'resign':
      return unbondChange(state, { verb: 'unbond', amountWei: stakeNow(state).bondedWei })
    case 'withdrawLocks':
      return withdrawLocksChange(state, locksOf(state))
    case 'rebondLocks':
      return rebondLocksChange(state, locksOf(state))
    case 'checkpointBondingState':
      return {
        args: intent,
        effects: [{ kind: 'checkpointed', of: intent.of }],
        after: positionNow(state),
        stakes: [],
        pool: null,
      }
  }
}

function locksOf({ facts }: { facts: Facts }): readonly UnbondingLock[] {
  return facts.kind === 'locks' ? facts.locks : []
}

/** Why these verbs are impossible now. */
export function moveRefusals(state: PlanState, intent: MoveIntent): Refusal[] {
  switch (intent.verb) {
    case 'transferBond':
      return transferRefusals(state, intent)
    case 'resign':
      return resignRefusals(state)
    case 'withdrawLocks': {
      const locks = locksOf(state)
      if (locks.length === 0) return [{ code: 'locks-none', field: 'lock' }]
      return locks.flatMap((lock) => {
        const predicted = predictWithdrawStake(openGate(state), lock)
        return predicted.passes ? [] : [refusalOf(predicted.revert, { ...state, lock })]
      })
    }
    case 'rebondLocks':
      return rebondLocksRefusals(state, locksOf(state)[0])
    case 'checkpointBondingState':
      if (state.facts.kind !== 'checkpoint') return []
      if (state.facts.has) return [{ code: 'checkpointed-already', of: intent.of, field: null }]
      return state.facts.bondedWei === 0n ? [{ code: 'nothing-bonded', field: null }] : []
  }
}

function resignRefusals(state: PlanState): Refusal[] {
  if (!state.delegate.registered || !isAddressEqual(state.delegate.account, state.account)) {
    return [{ code: 'not-orchestrator', field: null }]
  }
  const predicted = predictUnbond(openGate(state), {
    actor: actorOf(state),
    amount: stakeNow(state).bondedWei,
  })
  return predicted.passes ? [] : [refusalOf(predicted.revert, state)]
}

function rebondLocksRefusals(state: PlanState, lock: UnbondingLock | undefined): Refusal[] {
  if (!lock) return [{ code: 'locks-none', field: 'lock' }]
  const gate = openGate(state)
  const actor = actorOf(state)
  const unbonded = actor.status === 'unbonded'
  const to = unbonded ? state.target : state.delegate
  const own = isAddressEqual(to.account, state.account)
  if (to.account === zeroAddress || !(to.registered || own)) {
    return [{ code: 'delegate-not-registered', delegate: to.account, field: 'to' }]
  }
  const predicted = unbonded
    ? predictRebondFromUnbonded(gate, { actor, lock, toRounds: to.record })
    : predictRebond(gate, { actor, lock, delegateRounds: to.record })
  return predicted.passes ? [] : [refusalOf(predicted.revert, state, to.account)]
}

/** What to know before these verbs. */
export function moveWarnings(state: PlanState, intent: MoveIntent, change: Change): Warning[] {
  switch (intent.verb) {
    case 'transferBond':
      return transferWarnings(state, intent, change)
    case 'resign':
      return [...forfeit(state), ...unbondWarnings(state, stakeNow(state).bondedWei, change)]
    case 'withdrawLocks':
    case 'checkpointBondingState':
      return []
    case 'rebondLocks': {
      const unbonded = stakeNow(state).status === 'unbonded'
      const receiver = unbonded ? state.target : state.delegate
      return [
        ...forfeit(state),
        ...cutRose(state, receiver),
        ...(unbonded ? registers(state, state.target.account) : []),
        ...standing(state, receiver, change),
        ...(unbonded ? [{ code: 'pending-until', round: state.round.number + 1n } as const] : []),
        ...waitsLost(state),
      ]
    }
  }
}

/** For each kind of lock among them, matured or not, once. */
function waitsLost(state: PlanState): Warning[] {
  const matured = (lock: UnbondingLock) => lock.withdrawRound <= state.round.number
  const locks = locksOf(state)
  return [locks.find(matured), locks.find((lock) => !matured(lock))].flatMap((lock) =>
    lock ? waitRestarts({ ...state, lock }) : [],
  )
}
