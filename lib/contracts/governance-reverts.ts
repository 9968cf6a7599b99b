import type { RevertExplanation } from '@/lib/contracts/revert-texts'

const BY_GOVERNANCE: RevertExplanation = {
  reason: 'Only an executed treasury proposal may do this.',
  next: 'Propose it to the treasury instead.',
}
const NOT_PASSED: RevertExplanation = {
  reason: 'The proposal has not passed, or was executed already.',
  next: 'Look at its state and votes.',
}

/** Every revert text of polls, the governor and the treasury (contracts.md 10, 11 and 15). The key is the exact text. */
export const governanceTexts: Readonly<Record<string, RevertExplanation>> = {
  'PollCreator#createPoll: INSUFFICIENT_STAKE': {
    reason: 'Creating a poll needs 100 LPT of stake, own or delegated to you.',
    next: 'Bond more LPT, or ask somebody who has it to create the poll.',
  },
  'poll is over': { reason: 'This poll has closed.', next: 'Its result stands. Nothing was sent.' },
  'poll is active': { reason: 'This poll is still open.', next: 'Wait until it has closed.' },
  'Governor: proposer restricted': {
    reason: 'The proposal’s text names another account as its proposer.',
    next: 'Remove the #proposer= note at its end, or propose from that account.',
  },
  'Governor: proposer votes below proposal threshold': {
    reason: 'Your voting power at the start of this round is below what a proposal needs.',
    next: 'Stake bonded in this round counts from the next one on.',
  },
  'Governor: invalid proposal length': {
    reason: 'The lists of targets, amounts and calls differ in length.',
    next: 'Give one of each for every action.',
  },
  'Governor: empty proposal': { reason: 'The proposal does nothing.', next: 'Add at least one action.' },
  'Governor: proposal already exists': {
    reason: 'This very proposal was made before.',
    next: 'Open the existing one, or change its text.',
  },
  'Governor: unknown proposal id': {
    reason: 'The governor knows no such proposal.',
    next: 'Check the link you came by.',
  },
  'Governor: vote not currently active': {
    reason: 'Voting on this proposal is not open.',
    next: 'Look at its first and last round of voting.',
  },
  'Governor: proposal not successful': NOT_PASSED,
  'Governor: only proposer can cancel': {
    reason: 'Only who proposed it can cancel a proposal.',
    next: 'Vote against it instead.',
  },
  'Governor: too late to cancel': {
    reason: 'A proposal can be cancelled only until voting opens.',
    next: 'Vote against it instead.',
  },
  'Governor: onlyGovernance': BY_GOVERNANCE,
  'GovernorSettings: voting period too low': {
    reason: 'A voting period has at least one round.',
    next: 'Choose a longer one.',
  },
  'TimelockController: operation is not ready': {
    reason: 'The proposal has not been queued yet.',
    next: 'Queue it first, then execute it.',
  },
  'TimelockController: underlying transaction reverted': {
    reason: 'One of the proposal’s actions fails.',
    next: 'Check that the treasury holds what it pays.',
  },
  'TimelockController: caller must be timelock': BY_GOVERNANCE,
  'Initializable: contract is already initialized': {
    reason: 'This contract was set up before.',
    next: 'There is nothing to do.',
  },
}

/** Custom errors of LivepeerGovernor (contracts.md section 15). */
export const governanceErrors: Readonly<Record<string, RevertExplanation>> = {
  VoteAlreadyCast: {
    reason: 'This account has voted on this proposal.',
    next: 'A treasury vote is final and cannot be changed.',
  },
  InvalidVoteType: {
    reason: 'The vote is none of against, for and abstain.',
    next: 'Choose one of the three.',
  },
  // The queue of calls that the governor lets the treasury make to itself has none.
  Empty: BY_GOVERNANCE,
}
