import type { WalletState } from '@/hooks/wallet-store'
import type { PollBallotView } from '@/lib/data/governance-types'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import { choiceWords } from '../transaction/vote-words'
import { orchestratorLines, type PowerLine, type VoteForm } from './treasury-vote-model'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase()
}

function powerLines(ballot: PollBallotView): PowerLine[] {
  const { weightWei, movedAwayWei } = ballot
  const orchestrator = ballot.delegateRegistered && same(ballot.delegate, ballot.account)
  const lines: PowerLine[] = [
    {
      label: orchestrator ? 'Delegated to you, your own included' : 'Your stake',
      value: lpt(weightWei),
      explanation: 'What counts is your stake when the poll closes, with the rewards it has earned by then.',
    },
  ]
  if (!orchestrator) return [...lines, ...orchestratorLines(ballot, weightWei, ballot.choice !== null)]
  const parts: PowerLine[] = [
    { label: 'Your own', value: lpt(ballot.ownWei), explanation: null },
    { label: 'Of your delegators', value: lpt(weightWei - ballot.ownWei), explanation: null },
  ]
  if (movedAwayWei === null || movedAwayWei === 0n) return [...lines, ...parts]
  return [
    ...lines,
    ...parts,
    { label: 'Voted by your delegators themselves', value: `−${lpt(movedAwayWei)}`, explanation: null },
    { label: 'Counts for your choice', value: lpt(weightWei - movedAwayWei), explanation: null },
  ]
}

function notesOf(ballot: PollBallotView): string[] {
  const { delegate, account, delegateChoice } = ballot
  if (ballot.weightWei === 0n) {
    return [
      'This account has no stake, so its vote weighs nothing. Delegate before the poll closes to give it weight.',
    ]
  }
  if (delegate === null || !ballot.delegateRegistered) return []
  if (same(delegate, account)) return ['Delegators who vote themselves take their part out of your vote.']
  const who = shortenAddress(delegate)
  return delegateChoice === null
    ? [`Your orchestrator ${who} has not voted. If you vote, your part does not go with its vote.`]
    : [
        `Your orchestrator ${who} voted ${choiceWords[delegateChoice]}, for you too. Your own vote takes your part out of it.`,
      ]
}

/** What stands in the way of voting, the most fundamental first. */
function obstacle(ballot: PollBallotView, wallet: WalletState, choice: PollChoice | null): string | null {
  if (!ballot.open) return 'This poll has closed.'
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  if (wallet.status !== 'connected') return 'Waiting for your wallet.'
  if (choice === null) return 'Choose for or against.'
  return choice === ballot.choice ? 'That is your vote already.' : null
}

/** The whole state of the poll vote form: pure. */
export function pollVoteForm(
  ballot: PollBallotView,
  wallet: WalletState,
  choice: PollChoice | null,
): VoteForm {
  const reason = obstacle(ballot, wallet, choice)
  return {
    voted: ballot.choice === null ? null : `You voted ${choiceWords[ballot.choice]}.`,
    power: powerLines(ballot),
    notes: notesOf(ballot),
    reason,
    intent: reason === null && choice !== null ? { verb: 'votePoll', poll: ballot.poll, choice } : null,
  }
}
