import { isAddressEqual } from 'viem'
import { isPollOpen } from '@/lib/protocol/poll-tally'
import type { TreasuryBallot } from '@/lib/transaction/ballot'
import type { Change } from '@/lib/transaction/plan-change'
import { positionNow } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Refusal, Warning } from '@/lib/transaction/types'

/** The intents that are votes: they move nothing, and neither a pause nor an overdue round stops them. */
export type VoteIntent = Extract<Intent, { verb: 'castVote' | 'votePoll' }>

export function isVoteIntent(intent: Intent): intent is VoteIntent {
  return intent.verb === 'castVote' || intent.verb === 'votePoll'
}

/** Weight of a vote in wei: power at the snapshot for a proposal, the stake of this moment for a poll. */
function weightOf(state: PlanState): bigint {
  if (state.ballot?.kind === 'treasury') return state.ballot.weightWei ?? 0n
  return votesAsOrchestrator(state) ? state.delegate.delegatedAmount : state.pendingStakeWei
}

/** Registered orchestrators vote in polls with everything delegated to them (contracts.md section 10). */
function votesAsOrchestrator({ delegate, account }: PlanState): boolean {
  return delegate.registered && isAddressEqual(delegate.account, account)
}

/** What a vote does: one call that changes no balance. */
export function voteChange(state: PlanState, intent: VoteIntent): Change {
  const weightWei = weightOf(state)
  const common = { after: positionNow(state), stakes: [], pool: null }
  return intent.verb === 'castVote'
    ? {
        ...common,
        args: intent,
        effects: [{ ...withoutVerb(intent), kind: 'treasury-vote', weightWei }],
      }
    : { ...common, args: intent, effects: [{ ...withoutVerb(intent), kind: 'poll-vote', weightWei }] }
}

function withoutVerb<Value extends { verb: string }>({ verb: _verb, ...rest }: Value): Omit<Value, 'verb'> {
  return rest
}

/** Why a vote would not be taken now (contracts.md 10, 11.2). */
export function voteRefusals(state: PlanState, intent: VoteIntent): Refusal[] {
  const { ballot } = state
  if (intent.verb === 'votePoll') {
    if (ballot?.kind !== 'poll') return [{ code: 'poll-unknown', poll: intent.poll, field: null }]
    return isPollOpen(state.round.blockNum, ballot.endBlock)
      ? []
      : [{ code: 'poll-over', endBlock: ballot.endBlock, field: null }]
  }
  if (ballot?.kind !== 'treasury') return [{ code: 'proposal-unknown', field: null }]
  if (ballot.state === 'pending') {
    const firstRound = ballot.snapshot + 1n
    return [{ code: 'vote-not-open', firstRound, round: state.round.number, field: null }]
  }
  if (ballot.state !== 'active') return [{ code: 'vote-over', proposalState: ballot.state, field: null }]
  return ballot.hasVoted ? [{ code: 'already-voted', field: null }] : []
}

/** What to know before voting: no weight, or weight that is taken from or by others. */
export function voteWarnings(state: PlanState, intent: VoteIntent): Warning[] {
  const weightWei = weightOf(state)
  if (weightWei === 0n) return [{ code: 'vote-weightless' }]
  if (intent.verb === 'votePoll') {
    if (votesAsOrchestrator(state)) return [{ code: 'vote-for-delegators' }]
    const { delegate } = state
    return delegate.registered
      ? [{ code: 'vote-overrides', delegate: delegate.account, weightWei, delegateVoted: null }]
      : []
  }
  return state.ballot?.kind === 'treasury' ? treasuryWarnings(state, state.ballot, weightWei) : []
}

function treasuryWarnings(state: PlanState, ballot: TreasuryBallot, weightWei: bigint): Warning[] {
  const { delegate, delegateIsOrchestrator, delegateVoted } = ballot
  if (delegate === null || !delegateIsOrchestrator) return []
  return isAddressEqual(delegate, state.account)
    ? [{ code: 'vote-for-delegators' }]
    : [{ code: 'vote-overrides', delegate, weightWei, delegateVoted }]
}
