import { pollTitle } from '@/components/governance/poll-words'
import { proposalTitle } from '@/components/governance/proposal-words'
import type { PollView, ProposalView } from '@/lib/data/governance-types'
import type { AsOf } from '@/lib/data/types'
import { lowerAddress } from '@/lib/format/address'
import { type CalendarMoment, calendarFile } from '@/lib/format/calendar'
import { formatInteger } from '@/lib/format/number'

const remindHours = 24
const estimate =
  'The time is counted in blocks of the usual length and may shift by hours. Get the file again for a closer one.'

function moment(
  what: { key: string; title: string; description: string; url: string },
  at: number,
): CalendarMoment {
  return {
    uid: `${what.key}@${new URL(what.url).host}`,
    at,
    title: what.title,
    description: `${what.description}\n${estimate}\n${what.url}`,
    url: what.url,
    remindHours,
  }
}

/** What is still to come of a poll: its close. Empty once it is closed. */
export function pollMoments(poll: PollView, siteUrl: string): CalendarMoment[] {
  if (poll.state !== 'open' || !poll.endsAt) return []
  const address = lowerAddress(poll.address)
  const url = new URL(`/voting/${address}`, siteUrl).href
  return [
    moment(
      {
        key: `poll-${address}-closes`,
        title: `Poll closes: ${pollTitle(poll)}`,
        description: `Last block in which votes are taken: ${formatInteger(poll.endBlock)}.`,
        url,
      },
      poll.endsAt.at,
    ),
  ]
}

/** What is still to come of the vote on a proposal: its opening, its close. Empty once it is over. */
export function proposalMoments(proposal: ProposalView, siteUrl: string): CalendarMoment[] {
  const { id, state, opensAt, closesAt, firstRound, lastRound } = proposal
  if (state !== 'pending' && state !== 'active') return []
  const url = new URL(`/treasury/${id}`, siteUrl).href
  const title = proposalTitle(proposal)
  const rounds = `Voting in rounds ${formatInteger(firstRound)} to ${formatInteger(lastRound)}.`
  const opens =
    state === 'pending' && opensAt
      ? [
          moment(
            { key: `proposal-${id}-opens`, title: `Voting opens: ${title}`, description: rounds, url },
            opensAt.at,
          ),
        ]
      : []
  const closes = closesAt
    ? [
        moment(
          { key: `proposal-${id}-closes`, title: `Voting closes: ${title}`, description: rounds, url },
          closesAt.at,
        ),
      ]
    : []
  return [...opens, ...closes]
}

/** A calendar file as an answer. */
export function calendarAnswer(moments: readonly CalendarMoment[], asOf: AsOf, name: string): Response {
  return new Response(calendarFile(moments, asOf.timestamp), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.ics"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
