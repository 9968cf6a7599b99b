import { claimStakeWarnings } from '@/lib/transaction/claim-plan'
import { gatewayWarnings } from '@/lib/transaction/gateway-plan'
import { governWarnings } from '@/lib/transaction/govern-plan'
import { moveWarnings } from '@/lib/transaction/move-plan'
import { operateWarnings } from '@/lib/transaction/operate-plan'
import type { Change } from '@/lib/transaction/plan-change'
import {
  bondWarnings,
  cutRose,
  forfeit,
  registers,
  standing,
  unbondWarnings,
  waitRestarts,
} from '@/lib/transaction/stake-warnings'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Warning } from '@/lib/transaction/types'
import { voteWarnings } from '@/lib/transaction/vote-plan'

/** What a person should know before signing, computed from the state; the gravest first. */
export function warningsOf(state: PlanState, intent: Intent, change: Change): readonly Warning[] {
  const gas: Warning[] = []
  if (state.accountKind === 'contract') gas.push({ code: 'contract-account' })
  if (state.ethWei === 0n && state.accountKind !== 'key') gas.push({ code: 'no-gas' })
  switch (intent.verb) {
    case 'approve':
    case 'withdrawStake':
      return gas
    case 'castVote':
    case 'votePoll':
      return [...voteWarnings(state, intent), ...gas]
    case 'claimEarnings':
    case 'withdrawFees':
      return [...forfeit(state), ...gas]
    case 'bond':
      return [
        ...forfeit(state),
        ...cutRose(state, state.target),
        ...bondWarnings(state, intent, change),
        ...gas,
      ]
    case 'unbond':
      return [...forfeit(state), ...unbondWarnings(state, intent.amountWei, change), ...gas]
    case 'rebond':
      return [
        ...forfeit(state),
        ...cutRose(state, state.delegate),
        ...standing(state, state.delegate, change),
        ...waitRestarts(state),
        ...gas,
      ]
    case 'rebondFromUnbonded':
      return [
        ...cutRose(state, state.target),
        ...registers(state, intent.to),
        ...standing(state, state.target, change),
        { code: 'pending-until', round: state.round.number + 1n },
        ...waitRestarts(state),
        ...gas,
      ]
    case 'transferBond':
    case 'resign':
    case 'withdrawLocks':
    case 'rebondLocks':
    case 'checkpointBondingState':
      return [...moveWarnings(state, intent, change), ...gas]
    case 'claimStake':
      return [...claimStakeWarnings(state, change), ...gas]
    case 'initializeRound':
    case 'transcoder':
    case 'reward':
    case 'rewardForTranscoder':
    case 'setRewardCaller':
    case 'setServiceURI':
      return [...operateWarnings(state, intent, change), ...gas]
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve':
    case 'unlock':
    case 'cancelUnlock':
    case 'withdraw':
      return [...gatewayWarnings(state, intent), ...gas]
    case 'createPoll':
    case 'propose':
    case 'queue':
    case 'execute':
    case 'cancel':
      return [...governWarnings(state, intent), ...gas]
  }
}
