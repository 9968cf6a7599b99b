import { claimStakeRefusals } from '@/lib/transaction/claim-plan'
import { gatewayRefusals } from '@/lib/transaction/gateway-plan'
import { governRefusals } from '@/lib/transaction/govern-plan'
import { moveRefusals } from '@/lib/transaction/move-plan'
import { operateRefusals } from '@/lib/transaction/operate-plan'
import { predictStake, refusalOf, type StakeIntent, stakeHouseRules } from '@/lib/transaction/stake-refusals'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Refusal } from '@/lib/transaction/types'
import { voteRefusals } from '@/lib/transaction/vote-plan'

/** What of the protocol's state stops a verb (contracts.md 4, 5.3, 8 to 12). */
type Gating = 'nothing' | 'pause' | 'pause-and-round'

const gating: Readonly<Record<Intent['verb'], Gating>> = {
  approve: 'nothing',
  bond: 'pause-and-round',
  unbond: 'pause-and-round',
  rebond: 'pause-and-round',
  rebondFromUnbonded: 'pause-and-round',
  withdrawStake: 'pause-and-round',
  withdrawFees: 'pause-and-round',
  claimEarnings: 'pause-and-round',
  castVote: 'nothing',
  votePoll: 'nothing',
  transferBond: 'pause-and-round',
  resign: 'pause-and-round',
  withdrawLocks: 'pause-and-round',
  rebondLocks: 'pause-and-round',
  checkpointBondingState: 'nothing',
  claimStake: 'pause-and-round',
  initializeRound: 'pause',
  transcoder: 'pause-and-round',
  reward: 'pause-and-round',
  rewardForTranscoder: 'pause-and-round',
  setRewardCaller: 'pause',
  setServiceURI: 'nothing',
  fundDeposit: 'pause',
  fundReserve: 'pause',
  fundDepositAndReserve: 'pause',
  unlock: 'pause',
  cancelUnlock: 'pause',
  withdraw: 'pause',
  createPoll: 'nothing',
  propose: 'nothing',
  queue: 'nothing',
  execute: 'nothing',
  cancel: 'nothing',
}

/**
 * Why an intent is impossible in a state: what the contract would say, and what this site does not offer
 * (a delegate that is not registered, a claim of nothing). Most fundamental first; empty when it can go ahead.
 */
export function refusalsOf(state: PlanState, intent: Intent): readonly Refusal[] {
  const refusals: Refusal[] = []
  const gate = gating[intent.verb]
  if (gate !== 'nothing' && state.paused) refusals.push({ code: 'paused', field: null })
  else if (gate === 'pause-and-round' && !state.round.initialized) {
    refusals.push({ code: 'round-not-initialized', round: state.round.number, field: null })
  }
  const { facts } = state
  if (facts.kind === 'missing') refusals.push({ code: 'contract-missing', what: facts.what, field: null })
  else refusals.push(...ownRefusals(state, intent))
  if (state.ethWei === 0n && state.accountKind === 'key') refusals.push({ code: 'no-gas', field: null })
  return refusals.filter(
    (refusal, index) => refusals.findIndex((other) => other.code === refusal.code) === index,
  )
}

function ownRefusals(state: PlanState, intent: Intent): readonly Refusal[] {
  switch (intent.verb) {
    case 'approve':
    case 'bond':
    case 'unbond':
    case 'rebond':
    case 'rebondFromUnbonded':
    case 'withdrawStake':
    case 'withdrawFees':
    case 'claimEarnings':
      return stakeRefusals(state, intent)
    case 'castVote':
    case 'votePoll':
      return voteRefusals(state, intent)
    case 'transferBond':
    case 'resign':
    case 'withdrawLocks':
    case 'rebondLocks':
    case 'checkpointBondingState':
      return moveRefusals(state, intent)
    case 'claimStake':
      return claimStakeRefusals(state, intent)
    case 'initializeRound':
    case 'transcoder':
    case 'reward':
    case 'rewardForTranscoder':
    case 'setRewardCaller':
    case 'setServiceURI':
      return operateRefusals(state, intent)
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve':
    case 'unlock':
    case 'cancelUnlock':
    case 'withdraw':
      return gatewayRefusals(state, intent)
    case 'createPoll':
    case 'propose':
    case 'queue':
    case 'execute':
    case 'cancel':
      return governRefusals(state, intent)
  }
}

function stakeRefusals(state: PlanState, intent: StakeIntent): Refusal[] {
  const predicted = predictStake(state, intent)
  const receiver = intent.verb === 'rebond' ? state.delegate.account : state.target.account
  return [
    ...(predicted.passes ? [] : [refusalOf(predicted.revert, state, receiver)]),
    ...stakeHouseRules(state, intent),
  ]
}
