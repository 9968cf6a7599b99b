import type { DelegatorsView } from '@/lib/data/delegators'
import { csvFile } from '@/lib/format/csv'
import { scaledToDecimal, weiToDecimal } from '@/lib/format/decimal'

const head = [
  'delegator',
  'is_orchestrator_itself',
  'stake_lpt',
  'share_percent',
  'stake_at_last_claim_lpt',
  'fees_eth',
  'bonded_since_round',
  'last_claim_round',
  'round',
]

/** Everyone bonded to an orchestrator as CSV (RFC 4180, CRLF, UTF-8): exact amounts, most stake first. */
export function delegatorsCsv(
  view: Pick<DelegatorsView, 'round'> & { rows: NonNullable<DelegatorsView['rows']> },
): string {
  const lines = view.rows.map((row) => [
    row.address,
    row.self ? 'yes' : 'no',
    weiToDecimal(row.stakeWei),
    scaledToDecimal(row.shareP9, 7),
    weiToDecimal(row.bondedWei),
    weiToDecimal(row.feesWei),
    row.startRound.toString(),
    row.lastClaimRound.toString(),
    view.round.toString(),
  ])
  return csvFile([head, ...lines])
}
