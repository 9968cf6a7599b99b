import { DateText, timeLeft } from '@/components/governance/date-words'
import { pollTitle } from '@/components/governance/poll-words'
import { pollStateWords } from '@/components/governance/state-words'
import type { TallySide } from '@/components/governance/tally'
import { OfQuorum, VoteListRow } from '@/components/governance/vote-list-row'
import { Unknown } from '@/components/ui/unknown'
import type { PollRow } from '@/lib/data/governance-types'
import { lowerAddress } from '@/lib/format/address'
import { percentP9 } from '@/lib/format/percent'

/** Sides of a poll in the order they are drawn. */
export function pollTally({ yesWei, noWei }: Pick<PollRow, 'yesWei' | 'noWei'>): TallySide[] {
  return [
    { side: 'for', wei: yesWei },
    { side: 'against', wei: noWei },
  ]
}

/** Every LIP poll: open ones first. */
export function PollList({ rows, now }: { rows: readonly PollRow[]; now: number }) {
  if (rows.length === 0) {
    return (
      <div className="border-y py-12 text-center">
        <p className="font-medium">No poll has been held yet</p>
        <p className="text-ink-quiet">
          A poll on a Livepeer improvement proposal appears here when it opens.
        </p>
      </div>
    )
  }
  return (
    <ul className="border-t">
      {rows.map((poll) => (
        <VoteListRow
          key={poll.address}
          href={`/voting/${lowerAddress(poll.address)}`}
          title={pollTitle(poll)}
          state={pollStateWords(poll)}
          detail={<PollDates poll={poll} now={now} />}
          tally={pollTally(poll)}
          mine={{ kind: 'poll', id: lowerAddress(poll.address), open: poll.state === 'open' }}
          figures={[
            {
              label: 'For',
              value:
                poll.supportP9 === null ? <Unknown reason="Nobody has voted" /> : percentP9(poll.supportP9),
            },
            {
              label: 'Quorum',
              value:
                poll.participationP9 === null ? (
                  <Unknown reason="The active stake at its end is not known" />
                ) : (
                  <OfQuorum sharesP9={poll.participationP9} quorumP6={poll.quorumP6} />
                ),
            },
          ]}
        />
      ))}
    </ul>
  )
}

function PollDates({ poll, now }: { poll: PollRow; now: number }) {
  const left = poll.state === 'open' ? timeLeft(poll.endsAt, now) : null
  const text = poll.text.state === 'ready' ? null : <> · its text could not be read now</>
  if (!poll.endsAt) return <>Closed{text}</>
  return (
    <>
      {left ? <span className="text-ink">{left}, closes </span> : 'Closed '}
      <DateText date={poll.endsAt} time={left !== null} />
      {text}
    </>
  )
}
