'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Holding, lockSums, nextUnlock } from '@/components/account/portfolio-totals'
import { AddressMark } from '@/components/ui/address-mark'
import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { Cell, HeadCell, RowHeadCell, Table, TableScroller } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import { summarisePosition } from '@/components/wallet/position-summary'
import { unwatch } from '@/hooks/watch-store'
import type { DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { formatDate } from '@/lib/format/date'
import { formatDuration } from '@/lib/format/duration'

interface Column {
  label: string
  align?: 'end'
  show: (view: DelegatingView, now: number) => ReactNode
}

const columns: readonly Column[] = [
  { label: 'Earning', show: (view) => <Earning view={view} /> },
  { label: 'Stake LPT', align: 'end', show: (view) => <Amount wei={view.pendingStakeWei} unit="LPT" bare /> },
  {
    label: 'Pending rewards LPT',
    align: 'end',
    show: (view) => <Amount wei={view.pendingRewardsWei} unit="LPT" bare />,
  },
  {
    label: 'Fees ETH',
    align: 'end',
    show: (view) => <Amount wei={view.pendingFeesWei} unit="ETH" places={4} bare />,
  },
  { label: 'Unbonding LPT', align: 'end', show: (view, now) => <Locks view={view} now={now} /> },
]

function Earning({ view }: { view: DelegatingView }) {
  const { headline, reason } = summarisePosition(view)
  return (
    <span title={reason} className="block">
      {headline}
      {view.delegate && (
        <span className="block text-small text-ink-quiet">
          with {view.delegate.name ?? shortenAddress(view.delegate.address)}
        </span>
      )}
    </span>
  )
}

function Locks({ view, now }: { view: DelegatingView; now: number }) {
  const { waitingWei, readyWei } = lockSums(view)
  const next = nextUnlock(view)
  if (waitingWei === 0n && readyWei === 0n) return <span className="text-ink-quiet">none</span>
  return (
    <>
      <Amount wei={waitingWei + readyWei} unit="LPT" bare />
      {readyWei > 0n && (
        <span className="block text-small text-ink-quiet">
          <Amount wei={readyWei} unit="LPT" bare /> ready
        </span>
      )}
      {next !== null && (
        <span className="block text-small text-ink-quiet" title={`Estimated ${formatDate(next)}`}>
          next in {formatDuration(next - now)}
        </span>
      )}
    </>
  )
}

function Account({ row }: { row: Holding }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <AddressMark address={row.address} />
      <IntentLink
        href={`/accounts/${row.address}/delegating`}
        title={row.address}
        className="font-mono text-small font-medium underline-offset-4 hover:underline"
      >
        {shortenAddress(row.address)}
      </IntentLink>
      {row.mine && <Badge>My wallet</Badge>}
    </span>
  )
}

/** Takes an account off the list; a wallet that is not on it leaves by disconnecting. */
function Remove({ row }: { row: Holding }) {
  if (!row.watched) return null
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={`Remove ${shortenAddress(row.address)}`}
      title="Remove from the list"
      data-print="hide"
      onClick={() => unwatch(row.address)}
    >
      <X aria-hidden />
    </Button>
  )
}

/** One figure of an account, or why there is none. */
function Value({ row, column }: { row: Holding; column: Column }) {
  const { figures } = row
  if (figures.state === 'known') return column.show(figures.view, figures.timestamp)
  return <Unknown reason={figures.state === 'loading' ? 'Being read' : `${figures.reason} ${figures.next}`} />
}

/** Why an account has no figures, or older ones. */
function Trouble({ row }: { row: Holding }) {
  const { figures } = row
  if (figures.state === 'loading') return null
  const failure = figures.state === 'failed' ? figures : figures.note
  if (!failure) return null
  return (
    <p className="text-small text-wait">
      {failure.reason} {failure.next}
    </p>
  )
}

/** A line for each account; below 640 px a card. */
export function PortfolioTable({ rows }: { rows: readonly Holding[] }) {
  return (
    <section aria-label="Accounts">
      <div className="hidden sm:block">
        <TableScroller label="Accounts of this portfolio">
          <Table>
            <caption className="sr-only">Accounts of this portfolio</caption>
            <thead>
              <tr>
                <HeadCell stuck>Account</HeadCell>
                {columns.map(({ label, align }) => (
                  <HeadCell key={label} align={align}>
                    {label}
                  </HeadCell>
                ))}
                <HeadCell>
                  <span className="sr-only">Remove</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.address} className="h-14 border-b">
                  <RowHeadCell stuck className="py-2">
                    <Account row={row} />
                    <Trouble row={row} />
                  </RowHeadCell>
                  {columns.map((column) => (
                    <Cell key={column.label} align={column.align} className="py-2">
                      <Value row={row} column={column} />
                    </Cell>
                  ))}
                  <Cell align="end">
                    <Remove row={row} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroller>
      </div>
      <ul className="divide-y border-y sm:hidden">
        {rows.map((row) => (
          <li key={row.address} className="space-y-3 py-4">
            <div className="flex items-center justify-between gap-3">
              <Account row={row} />
              <Remove row={row} />
            </div>
            <Trouble row={row} />
            <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
              {columns.map((column) => (
                <div key={column.label} className="min-w-0">
                  <dt className="text-small text-ink-quiet">{column.label}</dt>
                  <dd>
                    <Value row={row} column={column} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
