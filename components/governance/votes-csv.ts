import type { ListedVote } from '@/components/governance/vote-list'
import { isoDateTime } from '@/lib/format/date'
import { weiToDecimal } from '@/lib/format/decimal'

const head = [
  'voter',
  'vote',
  'counted_lpt',
  'weight_lpt',
  'moved_away_lpt',
  'delegate',
  'voted_at',
  'transaction',
  'reason',
]

/**
 * A field as RFC 4180 has it. Text that a spreadsheet would run as a formula (reasons are written by others) gets a leading
 * apostrophe.
 */
function field(value: string): string {
  const safe = /^[\s]*[=+\-@]/.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Every vote as CSV (RFC 4180, CRLF, UTF-8), exact amounts, overrides taken off. */
export function votesCsv(votes: readonly ListedVote[]): string {
  const lines = votes.map((vote) =>
    [
      vote.voter,
      vote.side,
      weiToDecimal(vote.countedWei),
      weiToDecimal(vote.weightWei),
      weiToDecimal(vote.movedAwayWei),
      vote.delegate ?? '',
      vote.votedAt === null ? '' : isoDateTime(vote.votedAt),
      vote.hash ?? '',
      field(vote.reason ?? ''),
    ].join(','),
  )
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`
}

/** A file of votes, or the reason why there is none. */
export function csvAnswer(votes: readonly ListedVote[], name: string): Response {
  return new Response(votesCsv(votes), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Answer where the votes cannot be read now. */
export function csvFailure({ reason, next }: { reason: string; next: string }): Response {
  return new Response(`${reason} ${next}\n`, {
    status: 503,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': '10',
      'cache-control': 'no-store',
    },
  })
}
