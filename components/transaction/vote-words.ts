import type { CallArgs, Outcome } from '@/lib/contracts/call'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import type { TreasurySupport } from '@/lib/protocol/treasury-vote'
import type { Intent, StepEffect } from '@/lib/transaction/types'

/** The choices of a treasury vote as the site writes them everywhere. */
export const supportWords: Readonly<Record<TreasurySupport, string>> = {
  for: 'For',
  against: 'Against',
  abstain: 'Abstain',
}

/** The choices of a LIP poll as the site writes them everywhere: the same words as for the treasury. */
export const choiceWords: Readonly<Record<PollChoice, string>> = { yes: 'For', no: 'Against' }

type VoteVerb = 'castVote' | 'votePoll'
const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** "5324…3661": a proposal's id is a number of 77 digits. */
function shortenProposal(id: bigint | string): string {
  const text = id.toString()
  return text.length <= 12 ? text : `${text.slice(0, 4)}…${text.slice(-4)}`
}

/** The vote in one phrase, as the sheet's title and on its button. */
export function voteTitle(intent: Extract<Intent | CallArgs, { verb: VoteVerb }>): string {
  return intent.verb === 'castVote'
    ? `Vote “${supportWords[intent.support]}” on treasury proposal ${shortenProposal(intent.proposalId)}`
    : `Vote “${choiceWords[intent.choice]}” in poll ${shortenAddress(intent.poll)}`
}

/** Whether the vote can be taken back. */
export function voteUndoSentence(verb: VoteVerb): string {
  return verb === 'castVote'
    ? 'No. A vote on a treasury proposal is final.'
    : 'You can change your vote until the poll closes; the last one counts.'
}

/** What the vote weighs. */
export function voteEffectSentence(
  effect: Extract<StepEffect, { kind: 'treasury-vote' | 'poll-vote' }>,
): string {
  if (effect.kind === 'poll-vote') {
    return `Your vote is ${choiceWords[effect.choice]}. It weighs ${lpt(effect.weightWei)} now; what counts is your stake when the poll closes.`
  }
  const reason = effect.reason === '' ? '' : ' Your reason is published with it, for good.'
  return `Your vote is ${supportWords[effect.support]}, with ${lpt(effect.weightWei)} of voting power.${reason}`
}

/** What a mined vote said, from its own event. */
export function voteOutcomeSentence(outcome: Extract<Outcome, { verb: VoteVerb }>): string {
  return outcome.verb === 'castVote'
    ? `You voted ${supportWords[outcome.support]} with ${lpt(outcome.weightWei)} of voting power.`
    : `You voted ${choiceWords[outcome.choice]}.`
}
