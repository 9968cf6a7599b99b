import type { PollBallotView, TreasuryBallotView } from '@/lib/data/governance-types'
import type { PollChoice, PollTally } from '@/lib/protocol/poll-tally'
import type { TreasurySupport, TreasuryTally } from '@/lib/protocol/treasury-vote'
import { sameAddress } from '@/lib/protocol/types'
import { tallyWithVote } from '@/lib/protocol/vote-effect'

/** What delegators have taken out of an account's vote: nothing from who is no orchestrator; null when it is not known. */
function movedAway({
  account,
  delegate,
  movedAwayWei,
}: Pick<PollBallotView, 'account' | 'delegate' | 'movedAwayWei'>): bigint | null {
  return delegate !== null && sameAddress(delegate, account) ? movedAwayWei : 0n
}

/**
 * The governor's tally once a ballot is cast for a side; null when it cannot be: it is cast already, weighs nothing, voting is
 * not open, or it is not known what it would take from whom.
 */
export function treasuryTallyAfter(
  ballot: TreasuryBallotView,
  support: TreasurySupport,
): TreasuryTally | null {
  const { weightWei, account, delegate, delegateRegistered, delegateVoted, delegateSupport } = ballot
  const movedAwayWei = movedAway(ballot)
  if (ballot.hasVoted || !weightWei || movedAwayWei === null) return null
  const overrides =
    delegate !== null && !sameAddress(delegate, account) && delegateRegistered && delegateVoted
  if (overrides && delegateSupport === null) return null
  const tally = { for: ballot.forWei, against: ballot.againstWei, abstain: ballot.abstainWei }
  return tallyWithVote(tally, {
    choice: support,
    before: null,
    weightWei,
    movedAwayWei,
    overridden: overrides ? delegateSupport : null,
  })
}

/** A poll's tally once a ballot is cast for a choice, or changed to it; null as for proposals, or when it is the vote already. */
export function pollTallyAfter(ballot: PollBallotView, choice: PollChoice): PollTally | null {
  const { account, delegate, delegateRegistered, delegateChoice, yesWei, noWei, weightWei } = ballot
  const movedAwayWei = movedAway(ballot)
  if (choice === ballot.choice || weightWei === 0n || movedAwayWei === null) return null
  if (yesWei === null || noWei === null) return null
  const overrides = delegate !== null && !sameAddress(delegate, account) && delegateRegistered
  return tallyWithVote(
    { yes: yesWei, no: noWei },
    {
      choice,
      before: ballot.choice,
      weightWei,
      movedAwayWei,
      overridden: overrides ? delegateChoice : null,
    },
  )
}
