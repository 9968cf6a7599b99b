import { unlockWords } from '@/components/account/gateway-figures'
import type { GatewayRow, GatewaysView } from '@/lib/data/gateways'
import { csvCell, csvFile } from '@/lib/format/csv'
import { isoDateTime } from '@/lib/format/date'
import { weiToDecimal } from '@/lib/format/decimal'

const head = [
  'gateway',
  'name',
  'paid_90_days_eth',
  'paid_90_days_usd',
  'paid_ever_eth',
  'paid_ever_usd',
  'paid_last_day_utc',
  'deposit_eth',
  'reserve_eth',
  'funds',
  'withdrawable_from_round',
  'funded_first_day_utc',
  'round',
]

const day = (at: number | null) => (at === null ? '' : isoDateTime(at).slice(0, 10))
const dollars = (usdE18: bigint | null) => (usdE18 === null ? '' : weiToDecimal(usdE18))

/** Gateways as CSV (RFC 4180, CRLF, UTF-8) in the order given; exact amounts, empty where a figure is not known. */
export function gatewaysCsv({ round }: Pick<GatewaysView, 'round'>, rows: readonly GatewayRow[]): string {
  const lines = rows.map(({ address, name, paid, paid90, funds, firstFundedAt, lastPaidAt }) => [
    address,
    csvCell(name ?? ''),
    weiToDecimal(paid90.ethWei),
    dollars(paid90.usdE18),
    weiToDecimal(paid.ethWei),
    dollars(paid.usdE18),
    day(lastPaidAt),
    weiToDecimal(funds.depositWei),
    weiToDecimal(funds.reserveWei),
    unlockWords({ funds, round }).state.toLowerCase(),
    funds.withdrawRound === null ? '' : funds.withdrawRound.toString(),
    day(firstFundedAt),
    round.number.toString(),
  ])
  return csvFile([head, ...lines])
}
