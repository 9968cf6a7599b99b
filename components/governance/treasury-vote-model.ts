import type { WalletState } from '@/hooks/wallet-store'
import type { TreasuryBallotView } from '@/lib/data/governance-types'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import type { PowerlessReason, TreasurySupport } from '@/lib/protocol/treasury-vote'
import type { Intent } from '@/lib/transaction/types'
import { supportWords } from '../transaction/vote-words'

/** Longest reason taken, in characters: it is paid for by the byte and kept for good. */
export const reasonLimit = 1_000

/** What the person has entered. */
export interface TreasuryVoteDraft {
  support: TreasurySupport | null
  reason: string
}

/** One line of the power that a vote has. */
export interface PowerLine {
  label: string
  value: string
  /** What it means; null where the label says it. */
  explanation: string | null
}

/** The whole state of the vote form. */
export interface VoteForm {
  /** What has been voted, in words; null before. */
  voted: string | null
  power: readonly PowerLine[]
  /** Quiet sentences: what the vote does to others, why it weighs nothing. */
  notes: readonly string[]
  /** Why it cannot be reviewed now; null when it can. */
  reason: string | null
  intent: Intent | null
}

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

const powerless: Record<PowerlessReason, string> = {
  'no-stake':
    'This account had no stake bonded, so its vote weighs nothing. Delegate LPT to vote on later proposals.',
  'no-checkpoint':
    'This account’s stake was never recorded for voting. Any staking action records it, from the next round on; it is too late for this proposal.',
  'bonded-later':
    'This account’s stake was bonded after the voting power was settled, so it weighs nothing here.',
  'delegate-not-registered':
    'The account this stake was delegated to was no orchestrator, so it weighs nothing here.',
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase()
}

function powerLines(ballot: TreasuryBallotView): PowerLine[] {
  const { weightWei, powerNowWei, movedAwayWei, firstRound } = ballot
  const settledAt = `end of round ${formatInteger(firstRound - 1)}`
  if (weightWei === null) {
    return [
      {
        label: 'Your voting power now',
        value: lpt(powerNowWei),
        explanation: `What counts is your power at the ${settledAt}, when it is settled for this vote.`,
      },
    ]
  }
  const orchestrator = same(ballot.delegate, ballot.account)
  const lines: PowerLine[] = [
    {
      label: orchestrator ? 'Delegated to you, your own included' : 'Your voting power',
      value: lpt(weightWei),
      explanation: `Settled at the ${settledAt}: what was bonded, moved or unbonded since does not count.`,
    },
  ]
  if (!orchestrator) return [...lines, ...orchestratorLines(ballot, weightWei, ballot.hasVoted)]
  if (movedAwayWei === null || movedAwayWei === 0n) return lines
  return [
    ...lines,
    { label: 'Voted by your delegators themselves', value: `−${lpt(movedAwayWei)}`, explanation: null },
    { label: 'Counts for your choice', value: lpt(weightWei - movedAwayWei), explanation: null },
  ]
}

/** What a delegator's own vote takes from its orchestrator's. */
export function orchestratorLines(
  { delegateCountedWei: counted }: { delegateCountedWei: bigint | null },
  weightWei: bigint,
  voted: boolean,
): PowerLine[] {
  if (counted === null || weightWei === 0n) return []
  const without = {
    label: 'Your orchestrator’s vote without your part',
    value: lpt(counted - weightWei),
    explanation: null,
  }
  return voted
    ? [without]
    : [
        {
          label: 'Your orchestrator’s vote with your part',
          value: lpt(counted),
          explanation: 'All that is delegated to it, less what its delegators voted themselves.',
        },
        without,
      ]
}

function notesOf(ballot: TreasuryBallotView): string[] {
  const notes: string[] = []
  if (ballot.powerless) {
    notes.push(
      ballot.weightWei === null && ballot.powerless === 'no-checkpoint'
        ? 'This account’s stake is not recorded for voting yet. Any staking action before voting opens records it.'
        : powerless[ballot.powerless],
    )
  }
  const { delegate, account } = ballot
  if (delegate === null || !ballot.delegateRegistered) return notes
  if (same(delegate, account)) {
    notes.push('Delegators who vote themselves take their part out of your vote, before it or after it.')
    return notes
  }
  const who = shortenAddress(delegate)
  if (ballot.delegateVoted) {
    const choice = ballot.delegateSupport === null ? '' : ` ${supportWords[ballot.delegateSupport]}`
    notes.push(
      `Your orchestrator ${who} voted${choice}, for you too. Your own vote takes your part out of it.`,
    )
  } else {
    notes.push(`Your orchestrator ${who} has not voted. If you vote, your part does not go with its vote.`)
  }
  return notes
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
  return {
    voted: ballot.hasVoted
      ? ballot.support === null
        ? 'You voted.'
        : `You voted ${supportWords[ballot.support]}.`
      : null,
    power: powerLines(ballot),
    notes: notesOf(ballot),
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
