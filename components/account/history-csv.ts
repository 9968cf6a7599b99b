import { kindWords } from '@/components/network/event-words'
import type { HistoryRow } from '@/lib/data/account-history'
import { csvCell, csvFile } from '@/lib/format/csv'
import { isoDateTime } from '@/lib/format/date'
import { weiToDecimal } from '@/lib/format/decimal'

const head = [
  'time_utc',
  'round',
  'block',
  'log_index',
  'transaction',
  'event',
  'what',
  'lpt',
  'eth',
  'other_account',
  'detail',
]

/** Events as CSV (RFC 4180, CRLF, UTF-8), one a line in the order given; exact amounts, empty where there is none. */
export function historyCsv(rows: readonly HistoryRow[]): string {
  const lines = rows.map((row) => [
    isoDateTime(row.timestamp),
    row.round.toString(),
    row.block.toString(),
    row.logIndex.toString(),
    row.tx,
    row.kind,
    kindWords[row.kind].title,
    row.lptWei === null ? '' : weiToDecimal(row.lptWei),
    row.ethWei === null ? '' : weiToDecimal(row.ethWei),
    row.other ?? '',
    csvCell(row.detail ?? ''),
  ])
  return csvFile([head, ...lines])
}
