import { RoundRing } from '@/components/charts/round-ring'
import { CalendarLink } from '@/components/governance/calendar-link'
import { DateText, timeLeft } from '@/components/governance/date-words'
import { proposalTally } from '@/components/governance/proposal-words'
import { Tally } from '@/components/governance/tally'
import { Threshold } from '@/components/governance/threshold'
import type { DateView, ProposalView } from '@/lib/data/governance-types'
import { compactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import { quorumReached, quorumShareP6, voteSucceeded } from '@/lib/protocol/treasury-vote'

/** Tally, support and quorum of a proposal, all as the governor has them. */
export function ProposalFigures({ proposal, now }: { proposal: ProposalView; now: number }) {
  const tally = { for: proposal.forWei, against: proposal.againstWei, abstain: proposal.abstainWei }
  const { quorumWei, totalPowerWei, quotaP6 } = proposal
  const shareP6 =
    quorumWei === null || totalPowerWei === null ? null : quorumShareP6(quorumWei, totalPowerWei)
  return (
    <div className="space-y-6">
      <ProposalClock proposal={proposal} now={now} />
      {proposal.state !== 'pending' && (
        <>
          <Tally tally={proposalTally(proposal)} label="Votes on this proposal" />
          <div className="grid gap-6 sm:grid-cols-2">
            <Threshold
              label="Support"
              explanation="Votes for, out of votes for and against. Abstentions take no side."
              valueP9={proposal.supportP9}
              lineP9={quotaP6 * 1_000n}
              reached={voteSucceeded(tally, quotaP6)}
              need={`${percentP6(quotaP6, { trim: true })} or more; a tie passes`}
              unknownReason="Nobody has taken a side"
            />
            <Threshold
              label="Quorum"
              explanation="All votes, abstentions included, out of the voting power of the active set at the snapshot. Orchestrators outside of it vote too, so this can exceed 100%."
              valueP9={proposal.participationP9}
              lineP9={(shareP6 ?? 0n) * 1_000n}
              reached={quorumWei !== null && quorumReached(tally, quorumWei)}
              need={
                quorumWei === null || shareP6 === null
                  ? 'settled when voting opens'
                  : `${percentP6(shareP6, { trim: true })} of the voting power, ${compactAmount(quorumWei)} LPT`
              }
            />
          </div>
        </>
      )}
    </div>
  )
}

function At({ date }: { date: DateView | null }) {
  return date && <DateText date={date} time />
}

/** Where the vote stands in time, by rounds and dates. */
function ProposalClock({ proposal, now }: { proposal: ProposalView; now: number }) {
  const { state, round, firstRound, lastRound, opensAt, closesAt } = proposal
  if (state === 'pending' || state === 'active') {
    const left = timeLeft(state === 'pending' ? opensAt : closesAt, now)
    return (
      <p className="flex items-center gap-3">
        <RoundRing round={round} size="small" label={null} />
        <span>
          <span className="block font-medium">
            {state === 'pending' ? `Opens in round ${formatInteger(firstRound)}` : (left ?? 'Closing now')}
          </span>
          <span className="text-small text-ink-quiet">
            {state === 'pending' ? (
              <>
                <At date={opensAt} />
                {left && `, ${left}`}. Power is settled when round {formatInteger(firstRound - 1)} ends.
              </>
            ) : (
              <>
                Rounds {formatInteger(firstRound)} to {formatInteger(lastRound)}; closes{' '}
                <At date={closesAt} />
              </>
            )}
          </span>
          {closesAt && <CalendarLink path={`/treasury/${proposal.id}`} />}
        </span>
      </p>
    )
  }
  if (state === 'canceled') return <p className="text-ink-quiet">Withdrawn before voting opened.</p>
  return (
    <p className="text-ink-quiet">
      Voting was open in rounds {formatInteger(firstRound)} to {formatInteger(lastRound)}
      {opensAt && closesAt && (
        <>
          , <DateText date={opensAt} /> to <DateText date={closesAt} />
        </>
      )}
      .
    </p>
  )
}
