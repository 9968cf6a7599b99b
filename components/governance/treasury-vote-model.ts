import { shownSides } from '@/components/governance/sides'
import {
  lpt,
  orchestratorLines,
  orchestratorNote,
  type PowerLine,
  partLines,
  same,
  type VoteEffect,
  type VoteForm,
  type Weightless,
} from '@/components/governance/vote-model'
import type { WalletState } from '@/hooks/wallet-store'
import type { TreasuryBallotView } from '@/lib/data/governance-types'
import { treasuryTallyAfter } from '@/lib/data/vote-preview'
import { formatInteger } from '@/lib/format/number'
import {
  type PowerlessReason,
  type TreasurySupport,
  type TreasuryVerdict,
  treasuryVerdict,
} from '@/lib/protocol/treasury-vote'
import { supportWords } from '../transaction/vote-words'

/** Longest reason taken, in characters: it is paid for by the byte and kept for good. */
export const reasonLimit = 1_000

/** What the person has entered. */
export interface TreasuryVoteDraft {
  support: TreasurySupport | null
  reason: string
}

function powerLines(ballot: TreasuryBallotView): PowerLine[] {
  const { weightWei, powerNowWei, firstRound } = ballot
  const settledAt = `end of round ${formatInteger(firstRound - 1)}`
  const orchestrator = same(ballot.delegate, ballot.account)
  if (weightWei === null) {
    return [
      {
        label: 'Your voting power now',
        value: lpt(powerNowWei),
        explanation: `What counts is your power at the ${settledAt}, when it is settled for this vote.${
          orchestrator ? ' It is all that is delegated to you, your own stake included.' : ''
        }`,
      },
    ]
  }
  const lines: PowerLine[] = [
    {
      label: orchestrator ? 'Delegated to you, your own included' : 'Your voting power',
      value: lpt(weightWei),
      explanation: `${
        orchestrator ? '' : 'Your own stake with the rewards it had earned by then. '
      }Settled at the ${settledAt}: what was bonded, moved or unbonded since does not count.${
        orchestrator && ballot.ownWei === null
          ? ' Which part of it was your own is in an older state of the chain than the node of this site keeps.'
          : ''
      }`,
    },
  ]
  return orchestrator
    ? [...lines, ...partLines(weightWei, ballot)]
    : [...lines, ...orchestratorLines(ballot, weightWei, ballot.hasVoted)]
}

/** Why the vote weighs nothing; what would have to be done for later proposals, or in time for this one. */
function weightlessOf(ballot: TreasuryBallotView): Weightless | null {
  const { powerless, weightWei, firstRound, account, delegate } = ballot
  if (!powerless) return null
  const pending = weightWei === null
  const settledAt = `the end of round ${formatInteger(firstRound - 1)}`
  const inTime = pending
    ? `In time for this vote if it is done before ${settledAt}.`
    : 'Too late for this proposal, in time for later ones.'
  const record = {
    'no-checkpoint': { of: account, label: 'Record your stake for voting' },
    'delegate-no-checkpoint': delegate && { of: delegate, label: 'Record your orchestrator’s stake' },
  } as const
  const texts: Record<PowerlessReason, string> = {
    'no-stake': pending
      ? `This account has no stake bonded. What it delegates before ${settledAt} counts.`
      : 'This account had no stake bonded when the voting power was settled. Delegate LPT to vote on later proposals.',
    'no-checkpoint': `This account’s stake was never recorded for voting: it has not moved since voting power is recorded. Any staking action records it, or a transaction that does nothing else. ${inTime}`,
    'bonded-later': `This account’s stake was bonded, or first recorded for voting, after the voting power was settled, at ${settledAt}. It counts for later proposals.`,
    'delegate-no-checkpoint': `The stake of your orchestrator was never recorded for voting, and yours counts only with it. Anybody can record it. ${inTime}`,
    'delegate-not-registered': `The account this stake ${pending ? 'is' : 'was'} delegated to ${
      pending ? 'is' : 'was'
    } no orchestrator, so it ${pending ? 'has' : 'had'} no voting power. Delegate it to an orchestrator to vote${
      pending ? '' : ' on later proposals'
    }.`,
  }
  return {
    title: pending ? 'You have no voting power now' : 'Your vote weighs nothing here',
    text: texts[powerless],
    record: powerless in record ? record[powerless as keyof typeof record] : null,
  }
}

const verdicts: Readonly<Record<TreasuryVerdict, string>> = {
  succeeds: 'If voting ended with that, the proposal would pass.',
  'quorum-not-met': 'If voting ended with that, the quorum would not be met.',
  rejected: 'If voting ended with that, the proposal would be rejected.',
}

/** The tally before and after a vote for a side. */
function effectOf(ballot: TreasuryBallotView, support: TreasurySupport | null): VoteEffect | null {
  const { quorumWei, quotaP6 } = ballot
  const tally = { for: ballot.forWei, against: ballot.againstWei, abstain: ballot.abstainWei }
  const after = support === null ? null : treasuryTallyAfter(ballot, support)
  if (after === null || quorumWei === null) return null
  return {
    rows: shownSides.map((side) => ({ side, beforeWei: tally[side], afterWei: after[side] })),
    verdict: verdicts[treasuryVerdict(after, quorumWei, quotaP6)],
  }
}

/** What stands in the way of voting, the most fundamental first. */
function obstacle(ballot: TreasuryBallotView, wallet: WalletState, draft: TreasuryVoteDraft): string | null {
  if (ballot.state === 'pending') {
    return `Voting opens in round ${formatInteger(ballot.firstRound)}. It is round ${formatInteger(ballot.currentRound)}.`
  }
  if (ballot.state !== 'active') return 'Voting is over.'
  if (ballot.hasVoted) return 'A treasury vote is final.'
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  if (wallet.status !== 'connected') return 'Waiting for your wallet.'
  if (draft.support === null) return 'Choose for, against or abstain.'
  return draft.reason.length > reasonLimit
    ? `Shorten your reason to ${formatInteger(reasonLimit)} characters.`
    : null
}

/** The whole state of the treasury vote form: pure, throws on no text. */
export function treasuryVoteForm(
  ballot: TreasuryBallotView,
  wallet: WalletState,
  draft: TreasuryVoteDraft,
): VoteForm {
  const reason = obstacle(ballot, wallet, draft)
  const { hasVoted, support, delegateVoted, delegateSupport } = ballot
  return {
    voted: hasVoted ? (support === null ? 'You voted.' : `You voted ${supportWords[support]}.`) : null,
    power: powerLines(ballot),
    weightless: weightlessOf(ballot),
    notes: orchestratorNote({
      ...ballot,
      voted: hasVoted,
      choice: delegateVoted ? (delegateSupport === null ? '' : supportWords[delegateSupport]) : null,
    }),
    effect: effectOf(ballot, draft.support),
    reason,
    intent:
      reason === null && draft.support !== null
        ? {
            verb: 'castVote',
            proposalId: BigInt(ballot.proposal),
            support: draft.support,
            reason: draft.reason.trim(),
          }
        : null,
  }
}
