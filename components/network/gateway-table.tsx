import { unlockWords } from '@/components/account/gateway-figures'
import { NameLink } from '@/components/account/name-link'
import {
  firstGatewayDirection,
  type GatewaySort,
  type GatewaysQuery,
  gatewaysHref,
} from '@/components/network/gateways-query'
import { SortLinkHead } from '@/components/network/sort-link-head'
import { cardTableLook } from '@/components/network/table-look'
import { Amount } from '@/components/ui/amount'
import { Table, TableScroller } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import type { GatewayRow, Paid } from '@/lib/data/gateways'
import type { RoundView } from '@/lib/data/types'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatDate, isoDateTime } from '@/lib/format/date'
import { sortedBy } from '@/lib/format/sort-order'

interface Column {
  sort: GatewaySort | null
  label: string
  unit?: string
  explanation: string
  align: 'start' | 'end'
}

const faceValue = 'Face value of winning tickets; less was paid where deposit and reserve fell short'

const columns: readonly Column[] = [
  { sort: 'name', label: 'Gateway', explanation: 'Name or address', align: 'start' },
  {
    sort: 'paid-90',
    label: 'Paid, 90 days',
    unit: 'ETH',
    explanation: `${faceValue}. Dollars at the time of each ticket`,
    align: 'end',
  },
  { sort: 'paid', label: 'Paid ever', unit: 'ETH', explanation: faceValue, align: 'end' },
  {
    sort: 'last-paid',
    label: 'Paid last',
    explanation: 'Day of its last redeemed ticket (UTC)',
    align: 'end',
  },
  { sort: 'deposit', label: 'Deposit', unit: 'ETH', explanation: 'Pays winning tickets first', align: 'end' },
  {
    sort: 'reserve',
    label: 'Reserve',
    unit: 'ETH',
    explanation: 'Pays when the deposit is used up',
    align: 'end',
  },
  { sort: null, label: 'Funds', explanation: 'Whether they can be taken out', align: 'start' },
  {
    sort: 'funded-since',
    label: 'Funded first',
    explanation: 'Day of its first deposit or reserve (UTC)',
    align: 'end',
  },
]

export interface GatewayTableProps {
  rows: readonly GatewayRow[]
  round: RoundView
  query: GatewaysQuery
  caption: string
}

/** Gateways as a table, as cards on phones; sorted by links. */
export function GatewayTable({ rows, round, query, caption }: GatewayTableProps) {
  return (
    <TableScroller label={caption}>
      <Table className={cardTableLook}>
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {columns.map(({ sort, ...column }) => (
              <SortLinkHead
                key={column.label}
                {...column}
                href={sort && gatewaysHref(sortedBy(query, sort, firstGatewayDirection(sort)))}
                sorted={query.sort === sort ? query.dir : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.address} row={row} round={round} />
          ))}
        </tbody>
      </Table>
    </TableScroller>
  )
}

function Row({ row, round }: { row: GatewayRow; round: RoundView }) {
  const { address, name, funds } = row
  const unlock = unlockWords({ funds, round })
  return (
    <tr>
      <th scope="row">
        <NameLink address={address} name={name} tab="broadcasting" room="xl:max-w-[36ch]" />
      </th>
      <PaidCell label="Paid, 90 days, ETH" paid={row.paid90} strong />
      <PaidCell label="Paid ever, ETH" paid={row.paid} />
      <DayCell label="Paid last" at={row.lastPaidAt} none="Never: no ticket of it was redeemed" />
      <td data-align="end" data-label="Deposit, ETH">
        <Amount wei={funds.depositWei} unit="ETH" places={4} bare />
      </td>
      <td data-align="end" data-label="Reserve, ETH">
        <Amount wei={funds.reserveWei} unit="ETH" places={4} bare />
      </td>
      <td data-label="Funds">
        {unlock.state}
        <span className="block text-small leading-4 text-ink-quiet">{unlock.note}</span>
      </td>
      <DayCell label="Funded first" at={row.firstFundedAt} none="The index knows of no deposit" />
    </tr>
  )
}

function PaidCell({ label, paid, strong = false }: { label: string; paid: Paid; strong?: boolean }) {
  return (
    <td data-align="end" data-label={label}>
      <span className={strong ? 'font-medium' : undefined}>
        <Amount wei={paid.ethWei} unit="ETH" places={4} bare />
      </span>
      {paid.usdE18 !== null && paid.usdE18 > 0n && (
        <span
          title={`$${exactAmount(paid.usdE18)}`}
          className="block text-small leading-4 font-normal text-ink-quiet"
        >
          ${fixedAmount(paid.usdE18, 0)}
        </span>
      )}
    </td>
  )
}

function DayCell({ label, at, none }: { label: string; at: number | null; none: string }) {
  return (
    <td data-align="end" data-label={label}>
      {at === null ? <Unknown reason={none} /> : <time dateTime={isoDateTime(at)}>{formatDate(at)}</time>}
    </td>
  )
}
