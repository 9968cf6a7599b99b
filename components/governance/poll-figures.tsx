import { RoundRing } from '@/components/charts/round-ring'
import { CalendarLink } from '@/components/governance/calendar-link'
import { DateText, timeLeft } from '@/components/governance/date-words'
import { pollTally } from '@/components/governance/poll-list'
import { Tally } from '@/components/governance/tally'
import { Threshold } from '@/components/governance/threshold'
import type { PollView } from '@/lib/data/governance-types'
import { lowerAddress } from '@/lib/format/address'
import { compactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import { pollQuorumReached, pollQuorumStake, pollQuotaExceeded } from '@/lib/protocol/poll-tally'

/** Tally, support and quorum of a poll, and where its figures come from. */
export function PollFigures({ poll, now }: { poll: PollView; now: number }) {
  const tally = { yes: poll.yesWei, no: poll.noWei }
  const { totalStakeWei, quorumP6, quotaP6 } = poll
  const quorum = percentP6(quorumP6, { trim: true })
  return (
    <div className="space-y-6">
      <PollClock poll={poll} now={now} />
      <Tally tally={pollTally(poll)} label="Votes of this poll" />
      <div className="grid gap-6 sm:grid-cols-2">
        <Threshold
          label="Support"
          explanation="Stake that voted for, out of all stake that voted."
          valueP9={poll.supportP9}
          lineP9={quotaP6 * 1_000n}
          reached={pollQuotaExceeded(tally, quotaP6)}
          need={`more than ${percentP6(quotaP6, { trim: true })}; a tie is a rejection`}
          unknownReason="Nobody has voted"
        />
        <Threshold
          label="Quorum"
          explanation="Stake that voted, out of all stake that is active in the round of the poll’s last block."
          valueP9={poll.participationP9}
          lineP9={quorumP6 * 1_000n}
          reached={
            totalStakeWei !== null && pollQuorumReached(tally, { quorumP6, totalStake: totalStakeWei })
          }
          need={
            totalStakeWei === null
              ? `${quorum} of the active stake, which is not known for that round`
              : `${quorum} of the active stake, ${compactAmount(pollQuorumStake(totalStakeWei, quorumP6))} LPT`
          }
          unknownReason="The active stake at its end is not known"
        />
      </div>
      <p className="text-small text-ink-quiet">{countWords(poll)}</p>
    </div>
  )
}

/** By whose stakes the tally was counted. */
function countWords({ state, tallySource }: Pick<PollView, 'state' | 'tallySource'>): string {
  const overrides = 'Delegators who voted are taken out of their orchestrator’s vote.'
  if (state === 'open') {
    return tallySource === 'chain'
      ? `Counted with the stakes of this moment; what counts in the end are those of the poll’s last block. ${overrides}`
      : 'The votes could not be counted anew now: this is the tally as the index has it.'
  }
  return tallySource === 'chain'
    ? `Counted anew with the stakes of the poll’s last block, read from the chain. ${overrides}`
    : `As the index counted it when the poll closed; the chain’s state of that block is not within reach here. ${overrides}`
}

function PollClock({ poll, now }: { poll: PollView; now: number }) {
  if (poll.state !== 'open') {
    return (
      <p className="text-ink-quiet">
        Closed {poll.endsAt && <DateText date={poll.endsAt} time />} with block {formatInteger(poll.endBlock)}
        .
      </p>
    )
  }
  return (
    <p className="flex items-center gap-3">
      <RoundRing round={poll.round} size="small" label={null} />
      <span>
        <span className="block font-medium">{timeLeft(poll.endsAt, now) ?? 'Closing now'}</span>
        <span className="text-small text-ink-quiet">
          Closes {poll.endsAt && <DateText date={poll.endsAt} time />}, with block{' '}
          {formatInteger(poll.endBlock)}
        </span>
        <CalendarLink path={`/voting/${lowerAddress(poll.address)}`} />
      </span>
    </p>
  )
}
