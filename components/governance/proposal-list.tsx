import { DateText, timeLeft } from '@/components/governance/date-words'
import { actionsPhrase, proposalTally, proposalTitle } from '@/components/governance/proposal-words'
import { proposalStateWords } from '@/components/governance/state-words'
import { OfQuorum, VoteListRow } from '@/components/governance/vote-list-row'
import { Unknown } from '@/components/ui/unknown'
import type { ProposalRow } from '@/lib/data/governance-types'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'
import { quorumShareP6 } from '@/lib/protocol/treasury-vote'

/** Every proposal to the treasury, newest first. */
export function ProposalList({ rows, now }: { rows: readonly ProposalRow[]; now: number }) {
  if (rows.length === 0) {
    return (
      <div className="border-y py-12 text-center">
        <p className="font-medium">Nothing has been proposed yet</p>
        <p className="text-ink-quiet">A proposal appears here as soon as somebody makes it.</p>
      </div>
    )
  }
  return (
    <ul className="border-t">
      {rows.map((proposal) => (
        <VoteListRow
          key={proposal.id}
          href={`/treasury/${proposal.id}`}
          title={proposalTitle(proposal)}
          state={proposalStateWords(proposal)}
          detail={
            <>
              <ProposalDates proposal={proposal} now={now} />
              {proposal.actions && ` · ${actionsPhrase(proposal.actions)}`}
            </>
          }
          tally={proposalTally(proposal)}
          mine={{ kind: 'proposal', id: proposal.id, open: proposal.state === 'active' }}
          figures={[
            {
              label: 'For',
              value:
                proposal.supportP9 === null ? (
                  <Unknown reason="Nobody has taken a side" />
                ) : (
                  percentP9(proposal.supportP9)
                ),
            },
            {
              label: 'Quorum',
              value:
                proposal.participationP9 === null || proposal.state === 'canceled' ? (
                  <Unknown
                    reason={
                      proposal.state === 'canceled'
                        ? 'Voting never opened'
                        : 'Voting power is settled when voting opens'
                    }
                  />
                ) : (
                  <OfQuorum sharesP9={proposal.participationP9} quorumP6={quorumP6(proposal)} />
                ),
            },
          ]}
        />
      ))}
    </ul>
  )
}

/** The quorum as a share of the voting power; null before it is settled. */
function quorumP6({ quorumWei, totalPowerWei }: ProposalRow): bigint | null {
  return quorumWei === null || totalPowerWei === null ? null : quorumShareP6(quorumWei, totalPowerWei)
}

function ProposalDates({ proposal, now }: { proposal: ProposalRow; now: number }) {
  const { state, opensAt, closesAt, firstRound, lastRound } = proposal
  if (state === 'pending') {
    return (
      <>
        Opens in round {formatInteger(firstRound)}
        {opensAt && (
          <>
            , <DateText date={opensAt} time />
          </>
        )}
      </>
    )
  }
  if (state === 'active') {
    const left = timeLeft(closesAt, now)
    return (
      <>
        <span className="text-ink">{left ?? 'Open'}</span>, closes after round {formatInteger(lastRound)}
      </>
    )
  }
  if (state === 'canceled') return <>Voting never opened</>
  return (
    <>Voting ended {closesAt ? <DateText date={closesAt} /> : `after round ${formatInteger(lastRound)}`}</>
  )
}
