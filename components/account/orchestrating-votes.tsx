import { proposalTitle } from '@/components/governance/proposal-words'
import { type Side, SideLabel, sideOfChoice } from '@/components/governance/sides'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import type { CastVote, OrchestratingVotes, Turnout } from '@/lib/data/orchestrating-votes'
import { shortenAddress } from '@/lib/format/address'
import { formatDate, isoDateTime } from '@/lib/format/date'
import { formatPercent } from '@/lib/format/percent'

/** Votes shown before the rest is folded. */
const shownVotes = 5

/** How an orchestrator takes part in governance: its turnout and every vote it cast. */
export function GovernanceVotes({ governance }: { governance: OrchestratingVotes }) {
  const { votes, polls, proposals } = governance
  return (
    <div className="space-y-4">
      <FigureLines>
        <TurnoutLine
          label="Treasury proposals"
          explanation="Proposals it voted on, out of those at whose snapshot it had voting power."
          turnout={proposals}
          none="none while it had power"
        />
        <TurnoutLine
          label="LIP polls"
          explanation="Polls it voted in, out of those that ended after it first became active or are still open."
          turnout={polls}
          none="none since it became active"
        />
      </FigureLines>
      {votes.length === 0 ? (
        <p className="text-ink-quiet">It has never voted.</p>
      ) : (
        <VoteRows votes={votes.slice(0, shownVotes)} />
      )}
      {votes.length > shownVotes && (
        <details>
          <summary className="inline-flex min-h-8 items-center text-small underline underline-offset-4">
            All {votes.length} votes
          </summary>
          <VoteRows votes={votes.slice(shownVotes)} />
        </details>
      )}
    </div>
  )
}

function TurnoutLine(props: { label: string; explanation: string; turnout: Turnout; none: string }) {
  const { voted, open } = props.turnout
  return (
    <FigureLine
      label={props.label}
      explanation={props.explanation}
      value={
        open === 0 ? (
          <span className="font-normal text-ink-quiet">{props.none}</span>
        ) : (
          <>
            {voted} of {open}{' '}
            <span className="font-normal text-ink-quiet">
              {formatPercent(BigInt(voted), BigInt(open), { places: 0 })}
            </span>
          </>
        )
      }
    />
  )
}

function voteParts(vote: CastVote): { key: string; href: string; title: string; side: Side } {
  return vote.kind === 'poll'
    ? {
        key: vote.poll,
        href: `/voting/${vote.poll.toLowerCase()}`,
        title: vote.title ?? `Poll ${shortenAddress(vote.poll)}`,
        side: sideOfChoice[vote.choice],
      }
    : {
        key: vote.proposal,
        href: `/treasury/${vote.proposal}`,
        title: proposalTitle({ id: vote.proposal, title: vote.title }),
        side: vote.support,
      }
}

function VoteRows({ votes }: { votes: readonly CastVote[] }) {
  return (
    <ul className="divide-y border-b first:border-t">
      {votes.map((vote) => {
        const { key, href, title, side } = voteParts(vote)
        return (
          <li
            key={key}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5 sm:flex-nowrap"
          >
            <IntentLink
              href={href}
              className="min-w-0 break-words underline-offset-4 hover:underline max-sm:basis-full"
            >
              {title}
            </IntentLink>
            <span className="flex shrink-0 items-center gap-4">
              <SideLabel side={side} className="font-medium" />
              {vote.votedAt !== null && (
                <time dateTime={isoDateTime(vote.votedAt)} className="text-small text-ink-quiet">
                  {formatDate(vote.votedAt)}
                </time>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
