import { sideOfChoice } from '@/components/governance/sides'
import {
  lpt,
  orchestratorLines,
  orchestratorNote,
  type PowerLine,
  partLines,
  same,
  type VoteEffect,
  type VoteForm,
} from '@/components/governance/vote-model'
import type { WalletState } from '@/hooks/wallet-store'
import type { PollBallotView } from '@/lib/data/governance-types'
import { pollTallyAfter } from '@/lib/data/vote-preview'
import { type PollChoice, type PollState, pollChoices, pollVerdict } from '@/lib/protocol/poll-tally'
import { choiceWords } from '../transaction/vote-words'

function powerLines(ballot: PollBallotView): PowerLine[] {
  const { weightWei } = ballot
  const orchestrator = ballot.delegateRegistered && same(ballot.delegate, ballot.account)
  const lines: PowerLine[] = [
    {
      label: orchestrator ? 'Delegated to you, your own included' : 'Your stake',
      value: lpt(weightWei),
      explanation: 'What counts is your stake when the poll closes, with the rewards it has earned by then.',
    },
  ]
  return orchestrator
    ? [...lines, ...partLines(weightWei, ballot)]
    : [...lines, ...orchestratorLines(ballot, weightWei, ballot.choice !== null)]
}

const verdicts: Readonly<Record<Exclude<PollState, 'open'>, string>> = {
  passed: 'If the poll closed with that, it would pass.',
  rejected: 'If the poll closed with that, it would be rejected.',
  'quorum-not-met': 'If the poll closed with that, the quorum would not be met.',
  unknown: 'How that would be judged is not known: the active stake is not.',
}

/** The tally before and after a vote for a choice, or after a change to it. */
function effectOf(ballot: PollBallotView, choice: PollChoice | null): VoteEffect | null {
  const { yesWei, noWei, totalStakeWei, quorumP6, quotaP6 } = ballot
  const after = choice === null ? null : pollTallyAfter(ballot, choice)
  if (after === null || yesWei === null || noWei === null) return null
  const before = { yes: yesWei, no: noWei }
  return {
    rows: pollChoices.map((side) => ({
      side: sideOfChoice[side],
      beforeWei: before[side],
      afterWei: after[side],
    })),
    verdict: verdicts[pollVerdict(after, { quorumP6, quotaP6, totalStake: totalStakeWei })],
  }
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
  const { delegateChoice } = ballot
  return {
    voted: ballot.choice === null ? null : `You voted ${choiceWords[ballot.choice]}.`,
    power: powerLines(ballot),
    weightless:
      ballot.weightWei > 0n
        ? null
        : {
            title: 'Your vote weighs nothing now',
            text: 'This account has no stake, so its vote weighs nothing. What it delegates before the poll closes gives it weight, also after it has voted.',
            record: null,
          },
    notes:
      ballot.weightWei === 0n
        ? []
        : orchestratorNote({
            ...ballot,
            voted: ballot.choice !== null,
            choice: delegateChoice && choiceWords[delegateChoice],
          }),
    effect: effectOf(ballot, choice),
    reason,
    intent: reason === null && choice !== null ? { verb: 'votePoll', poll: ballot.poll, choice } : null,
  }
}
