import { isAddressEqual, zeroAddress } from 'viem'
import { predictRebond, predictUnbond } from '@/lib/protocol/bond-rules'
import { delegatorStatus } from '@/lib/protocol/delegator-status'
import { transferBondHints } from '@/lib/protocol/list-hints'
import { isActive } from '@/lib/protocol/orchestrator-status'
import type { DelegatorRecord } from '@/lib/protocol/types'
import type { Change } from '@/lib/transaction/plan-change'
import { stakeChange, stakerOf, unbondChange } from '@/lib/transaction/stake-change'
import { stakeNow } from '@/lib/transaction/stake-now'
import { actorOf, openGate, refusalOf } from '@/lib/transaction/stake-refusals'
import { cutRose, forfeit, standing, unbondWarnings } from '@/lib/transaction/stake-warnings'
import { type OrchestratorState, orchestratorFrom, type PlanState } from '@/lib/transaction/state'
import type { Refusal, StakeChange, Warning } from '@/lib/transaction/types'
import type { MoveIntent } from '@/lib/transaction/verb-types'

type TransferIntent = Extract<MoveIntent, { verb: 'transferBond' }>

interface Receiver {
  readonly delegator: DelegatorRecord
  readonly unbonded: boolean
  /** Its own delegate; zeros when it has none. */
  readonly ownDelegate: OrchestratorState
  /** Where the stake is delegated afterwards, as it stands once the sender's stake has left. */
  readonly to: OrchestratorState
}

/** The receiver as the call finds it after it took the stake from the sender (contracts.md 5.3 transferBond). */
function receiverOf(state: PlanState, amountWei: bigint): Receiver {
  if (state.facts.kind !== 'receiver') throw new Error('The receiver of a transfer was not read.')
  const { lens } = state.facts
  const unbonded = delegatorStatus(lens.delegator, state.round.number) === 'unbonded'
  const ownDelegate = orchestratorFrom(lens.delegate)
  const takesOver = unbonded && lens.delegator.delegateAddress === zeroAddress
  const to = takesOver ? state.delegate : ownDelegate
  return { delegator: lens.delegator, unbonded, ownDelegate, to: afterSender(state, to, amountWei) }
}

/** An orchestrator that sends all of its own stake has resigned by the time the receiver's side is done. */
function afterSender(state: PlanState, to: OrchestratorState, amountWei: bigint): OrchestratorState {
  const sendsAll = stakeNow(state).bondedWei === amountWei
  const own = isAddressEqual(state.delegate.account, state.account)
  if (!sendsAll || !own || !isAddressEqual(to.account, state.account)) return to
  const { record } = to
  const inPool = state.pool.nodes.some(({ id }) => isAddressEqual(id, state.account))
  const deactivationRound = inPool ? state.round.number + 1n : record.deactivationRound
  return { ...to, registered: false, record: { ...record, deactivationRound } }
}

/** Takes stake out as `unbond` does, without leaving a lock, and puts it with the receiver's delegate. */
export function transferChange(state: PlanState, intent: TransferIntent): Change {
  const { amountWei, receiver } = intent
  const { to } = receiverOf(state, amountWei)
  const left = unbondChange(state, { verb: 'unbond', amountWei })
  const hints = transferBondHints(state.pool, {
    sender: stakerOf(state, stakeNow(state)),
    receiver,
    amount: amountWei,
    from: state.delegate,
    to,
  })
  const same = isAddressEqual(to.account, state.delegate.account)
  const stakes: StakeChange[] = same
    ? []
    : [stakeChange(state.delegate, -amountWei), stakeChange(to, amountWei)]
  return {
    args: { verb: 'transferBond', receiver, amountWei, oldHint: hints.old, newHint: hints.current },
    effects: [
      ...left.effects.filter(({ kind }) => kind !== 'lock-created'),
      { kind: 'bond-transferred', amountWei, receiver, delegate: to.account },
    ],
    after: left.after,
    stakes,
    pool: hints.change,
  }
}

/** Why stake cannot be transferred: the sender's side as for unbonding, then the receiver's. */
export function transferRefusals(state: PlanState, intent: TransferIntent): Refusal[] {
  const { amountWei, receiver } = intent
  if (isAddressEqual(receiver, state.account)) return [{ code: 'receiver-self', field: 'recipient' }]
  if (receiver === zeroAddress) return [{ code: 'recipient-zero', field: 'recipient' }]
  const { delegator, unbonded, ownDelegate, to } = receiverOf(state, amountWei)
  const round = state.round.number
  const guarded =
    !unbonded &&
    isActive(ownDelegate.record, round) &&
    ownDelegate.record.lastRewardRound !== round &&
    delegator.lastClaimRound !== round
  if (guarded) {
    const delegate = ownDelegate.account
    return [{ code: 'receiver-would-forfeit', receiver, delegate, round, field: 'recipient' }]
  }
  const predicted = predictUnbond(openGate(state), { actor: actorOf(state), amount: amountWei })
  if (!predicted.passes) return [refusalOf(predicted.revert, state)]
  const takesOver = unbonded && delegator.delegateAddress === zeroAddress
  if (takesOver && isAddressEqual(receiver, state.delegate.account)) {
    return [{ code: 'receiver-invalid', receiver, field: 'recipient' }]
  }
  const rebond = predictRebond(openGate(state), {
    actor: {
      account: receiver,
      status: 'bonded',
      bondedAmount: delegator.bondedAmount,
      delegate: to.account,
    },
    lock: { withdrawRound: round + state.unbondingPeriodRounds },
    delegateRounds: to.record,
  })
  return rebond.passes ? [] : [refusalOf(rebond.revert, state, to.account)]
}

/** What to know before giving stake away. */
export function transferWarnings(state: PlanState, intent: TransferIntent, change: Change): Warning[] {
  const { amountWei, receiver } = intent
  const { to, unbonded } = receiverOf(state, amountWei)
  const leaving = unbondWarnings(state, amountWei, change)
  const other = !isAddressEqual(to.account, state.delegate.account)
  return [
    ...forfeit(state),
    ...(other
      ? [
          {
            code: 'receiver-other-delegate',
            receiver,
            delegate: to.account,
            from: state.delegate.account,
          } as const,
        ]
      : []),
    ...(unbonded ? [{ code: 'receiver-starts', receiver, round: state.round.number + 1n } as const] : []),
    ...leaving,
    ...(other ? [...cutRose(state, to), ...standing(state, to, change)] : []),
  ]
}
