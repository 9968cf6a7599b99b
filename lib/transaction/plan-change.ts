import type { CallArgs } from '@/lib/contracts/call'
import type { PoolChange } from '@/lib/protocol/sorted-pool'
import { claimStakeChange } from '@/lib/transaction/claim-plan'
import { gatewayChange } from '@/lib/transaction/gateway-plan'
import { governChange } from '@/lib/transaction/govern-plan'
import { moveChange } from '@/lib/transaction/move-plan'
import { operateChange } from '@/lib/transaction/operate-plan'
import {
  approveChange,
  bondChange,
  claimChange,
  rebondChange,
  rebondFromUnbondedChange,
  unbondChange,
  withdrawFeesChange,
  withdrawStakeChange,
} from '@/lib/transaction/stake-change'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Position, StakeChange, Step, StepEffect } from '@/lib/transaction/types'
import { voteChange } from '@/lib/transaction/vote-plan'

/** What a plan does: the call of its last step and everything that changes by the whole. */
export interface Change {
  readonly args: CallArgs
  /** Of the last step. */
  readonly effects: readonly StepEffect[]
  /** Steps before the last, where one call cannot do it all. */
  readonly earlier?: readonly Step[]
  readonly after: Position
  readonly stakes: readonly StakeChange[]
  /** The pool afterwards; null when no call touches it. */
  readonly pool: PoolChange | null
}

/**
 * The change an intent makes in a state, to the wei (contracts.md 5.3, 5.5, 5.6). Assumes that the call
 * goes through; `plan-refusals.ts` says whether it does.
 */
export function changeOf(state: PlanState, intent: Intent): Change {
  switch (intent.verb) {
    case 'approve':
      return approveChange(state, intent)
    case 'bond':
      return bondChange(state, intent)
    case 'unbond':
      return unbondChange(state, intent)
    case 'rebond':
      return rebondChange(state, intent)
    case 'rebondFromUnbonded':
      return rebondFromUnbondedChange(state, intent)
    case 'withdrawStake':
      return withdrawStakeChange(state, intent)
    case 'withdrawFees':
      return withdrawFeesChange(state, intent)
    case 'claimEarnings':
      return claimChange(state)
    case 'castVote':
    case 'votePoll':
      return voteChange(state, intent)
    case 'transferBond':
    case 'resign':
    case 'withdrawLocks':
    case 'rebondLocks':
    case 'checkpointBondingState':
      return moveChange(state, intent)
    case 'claimStake':
      return claimStakeChange(state, intent)
    case 'initializeRound':
    case 'transcoder':
    case 'reward':
    case 'rewardForTranscoder':
    case 'setRewardCaller':
    case 'setServiceURI':
      return operateChange(state, intent)
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve':
    case 'unlock':
    case 'cancelUnlock':
    case 'withdraw':
      return gatewayChange(state, intent)
    case 'createPoll':
    case 'propose':
    case 'queue':
    case 'execute':
    case 'cancel':
      return governChange(state, intent)
  }
}
