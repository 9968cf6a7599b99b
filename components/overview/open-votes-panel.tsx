import { DateText, timeLeft } from '@/components/governance/date-words'
import { type OpenVote, openVotes } from '@/components/overview/open-votes'
import { IntentLink } from '@/components/ui/intent-link'
import { Panel } from '@/components/ui/panel'
import type { PollsView, TreasuryView } from '@/lib/data/governance-types'
import type { Loaded } from '@/lib/data/types'
import { percentP9 } from '@/lib/format/percent'

const link = 'underline decoration-line-control underline-offset-4 hover:decoration-ink'

/** Rows of a list, or null with why they are not known. */
function rowsOf<Row>(view: Loaded<{ rows: readonly Row[] | null }>): readonly Row[] | null {
  return 'value' in view ? view.value.rows : null
}

/** What can be voted on now (1.4); either list may be unknown without the other. */
export function OpenVotesPanel({
  polls,
  treasury,
}: {
  polls: Loaded<PollsView>
  treasury: Loaded<TreasuryView>
}) {
  const [pollRows, proposalRows] = [rowsOf(polls), rowsOf(treasury)]
  const votes = openVotes(pollRows ?? [], proposalRows ?? [])
  const now = 'asOf' in polls ? polls.asOf.timestamp : 'asOf' in treasury ? treasury.asOf.timestamp : 0
  const unknown = [
    ...(pollRows === null ? ['LIP polls'] : []),
    ...(proposalRows === null ? ['treasury proposals'] : []),
  ]
  return (
    <Panel title="Open votes">
      {votes.length > 0 && (
        <ul className="border-t">
          {votes.map((vote) => (
            <OpenVoteRow key={vote.href} vote={vote} now={now} />
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <p
          className="mt-3 border-l-2 border-wait py-0.5 pl-3 text-small"
          data-view={'value' in polls && 'value' in treasury ? undefined : 'failed'}
        >
          {unknown.join(' and ').replace(/^./, (first) => first.toUpperCase())} are not known now: the index,
          which alone lists them, did not answer. Reload in a moment.
        </p>
      )}
      {votes.length === 0 && unknown.length === 0 && (
        <p className="border-y py-8 text-ink-quiet">No vote is open. Those of the past are kept.</p>
      )}
      <p className="flex flex-wrap gap-x-4 pt-3 text-small">
        <IntentLink href="/voting" className={link}>
          All LIP polls
        </IntentLink>
        <IntentLink href="/treasury" className={link}>
          All treasury proposals
        </IntentLink>
      </p>
    </Panel>
  )
}

function OpenVoteRow({ vote, now }: { vote: OpenVote; now: number }) {
  const { kind, href, title, endsAt, supportP9, participationP9 } = vote
  return (
    <li className="border-b py-3">
      <IntentLink href={href} className="font-medium break-words underline-offset-4 hover:underline">
        <bdi>{title}</bdi>
      </IntentLink>
      <p className="text-small text-ink-quiet">
        {kind},{' '}
        {endsAt ? (
          <>
            <span className="text-ink">{timeLeft(endsAt, now) ?? 'closing'}</span>, closes{' '}
            <DateText date={endsAt} time />
          </>
        ) : (
          'its end is not known now'
        )}
      </p>
      <p className="text-small text-ink-quiet">
        {supportP9 === null ? 'Nobody has taken a side' : `${percentP9(supportP9)} for`}
        {participationP9 !== null && `, ${percentP9(participationP9)} has voted`}
      </p>
    </li>
  )
}
