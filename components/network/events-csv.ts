import { kindWords } from '@/components/network/event-words'
import type { EventRow } from '@/lib/data/event-rows'
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
  'account',
  'sender',
]

/** Events as CSV (RFC 4180, CRLF, UTF-8), one a line in the order given; exact amounts, empty where there is none. */
export function eventsCsv(rows: readonly EventRow[]): string {
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
    row.who ?? '',
    row.sender ?? '',
  ])
  return csvFile([head, ...lines])
}
