import type { Outcome } from '@/lib/contracts/call'

/** What follows a mined action, and where it is. */
export interface OutcomeNext {
  sentence: string | null
  link: { href: string; label: string } | null
}

/**
 * What to do after a mined action of governance; null for other actions.
 * @param indexed whether the index has it: a poll's page, unlike a proposal's, exists only then
 */
export function outcomeNext(outcome: Outcome, indexed: boolean): OutcomeNext | null {
  switch (outcome.verb) {
    case 'propose':
      return {
        sentence: 'You can cancel it until voting opens. Its page has the state from the chain at once.',
        link: { href: `/treasury/${outcome.proposalId}`, label: 'Open the proposal' },
      }
    case 'queue':
      return {
        sentence: 'Next it can be executed, by anybody.',
        link: { href: `/treasury/${outcome.proposalId}`, label: 'Go on to the proposal' },
      }
    case 'execute':
    case 'cancel':
      return {
        sentence: null,
        link: { href: `/treasury/${outcome.proposalId}`, label: 'Open the proposal' },
      }
    case 'createPoll':
      return indexed
        ? {
            sentence: 'Votes are taken from now on, yours too.',
            link: { href: `/voting/${outcome.poll.toLowerCase()}`, label: 'Open the poll' },
          }
        : { sentence: 'Its page opens here when the index has it.', link: null }
    default:
      return null
  }
}
