import type { ListedVote } from '@/components/governance/vote-list'
import { csvCell, csvFile } from '@/lib/format/csv'
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

/** Every vote as CSV (RFC 4180, CRLF, UTF-8), exact amounts, overrides taken off. */
export function votesCsv(votes: readonly ListedVote[]): string {
  const lines = votes.map((vote) => [
    vote.voter,
    vote.side,
    weiToDecimal(vote.countedWei),
    weiToDecimal(vote.weightWei),
    weiToDecimal(vote.movedAwayWei),
    vote.delegate ?? '',
    vote.votedAt === null ? '' : isoDateTime(vote.votedAt),
    vote.hash ?? '',
    csvCell(vote.reason ?? ''),
  ])
  return csvFile([head, ...lines])
}
