import type { Address } from 'viem'
import { type AccountEvent, placeOf } from '@/lib/data/account-events'
import { cached } from '@/lib/data/cache'
import { indexWei } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import { SourceError } from '@/lib/network/source-error'
import { ticketPageDocument } from '@/lib/subgraph/documents/account-events'
import { querySubgraph } from '@/lib/subgraph/query'

type Ticket = Extract<AccountEvent, { kind: 'ticket' }>

/** A month or so: a busy orchestrator has some thousand tickets in it, so one or two pages. */
const roundsPerSpan = 30
/** Questions at a time to the index. */
const atOnce = 6
const endOfTime = 2 ** 31 - 1

/**
 * Every ticket an orchestrator redeemed. Spans of rounds that are over are asked for once, however many tickets follow.
 * @param rounds initialised rounds as the index has them, oldest first: it has seen everything before the newest of them
 * @param version changes when a ticket was redeemed
 * @throws SourceError
 */
export async function readTickets(
  account: Address,
  rounds: readonly { round: number; startedAt: number }[],
  version: string,
): Promise<readonly Ticket[]> {
  const starts = rounds.filter(
    ({ round }, index) => index > 0 && Math.floor(round / roundsPerSpan) !== spanOf(rounds[index - 1]),
  )
  const bounds = [0, ...starts.map(({ startedAt }) => startedAt), endOfTime]
  const spans = bounds.slice(1).map((until, index) => ({ since: bounds[index] ?? 0, until }))
  const id = account.toLowerCase()
  const found: (readonly Ticket[])[] = []
  for (let first = 0; first < spans.length; first += atOnce) {
    const parts = spans.slice(first, first + atOnce).map(async ({ since, until }) => {
      const over = until !== endOfTime
      const kept = await cached(
        {
          key: `tickets/${id}/${since}/${over ? until : version}`,
          freshness: over ? 'immutable' : 'per-minute',
        },
        () => readSpan(id, since, until, over),
      )
      return kept.value
    })
    found.push(...(await Promise.all(parts)))
  }
  return found.flat()
}

function spanOf(row: { round: number } | undefined): number {
  return Math.floor((row?.round ?? 0) / roundsPerSpan)
}

async function readSpan(
  recipient: string,
  since: number,
  until: number,
  over: boolean,
): Promise<readonly Ticket[]> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(ticketPageDocument, { recipient, since, until, after, block }),
    ({ winningTicketRedeemedEvents }) => winningTicketRedeemedEvents,
  )
  // Another indexer than the one that knew the round may answer: what it lacks must not be kept as complete.
  if (over && indexedAt.timestamp < until)
    throw new SourceError('The index is behind: it lacks tickets of past rounds.', 'Reload in a moment.')
  return rows.map((row) => ({ ...placeOf(row), kind: 'ticket', feesWei: indexWei(row.faceValue) }))
}
