import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table, TableScroller } from '@/components/ui/table'
import type { LedgerTotalsView } from '@/lib/data/ledger-types'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

const heads = ['Rewards', 'Fees', 'Put in', 'Taken out', 'Not earned', 'Yield'] as const

/** Sums by day, month or year (UTC), newest first. */
export function LedgerTotalsTable({ rows, period }: { rows: readonly LedgerTotalsView[]; period: string }) {
  return (
    <TableScroller label={`Earnings by ${period}`}>
      <Table className="max-sm:block">
        <caption className="sr-only">Earnings by {period}, newest first</caption>
        <thead className="max-sm:sr-only">
          <tr>
            <HeadCell stuck>
              {period === 'day' ? 'Day (UTC)' : period === 'month' ? 'Month' : 'Year'}
            </HeadCell>
            {heads.map((head) => (
              <HeadCell key={head} align="end">
                {head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block max-sm:border-t">
          {rows.map((row) => (
            <tr
              key={row.period}
              className={`${rowClasses} max-sm:grid max-sm:h-auto max-sm:gap-y-1 max-sm:py-3`}
            >
              <RowHeadCell stuck className="py-2 whitespace-nowrap max-sm:p-0">
                <span className="font-medium">{row.period}</span>{' '}
                <span className="text-small text-ink-quiet">
                  {row.firstRound === row.lastRound
                    ? `round ${formatInteger(row.firstRound)}`
                    : `rounds ${formatInteger(row.firstRound)} to ${formatInteger(row.lastRound)}`}
                </span>
              </RowHeadCell>
              <Figure label="Rewards">
                <Amount wei={row.rewardWei} unit="LPT" places={4} />
              </Figure>
              <Figure label="Fees">
                <Amount wei={row.feesWei} unit="ETH" places={6} />
              </Figure>
              <Figure label="Put in">
                <Amount wei={row.principalInWei} unit="LPT" />
              </Figure>
              <Figure label="Taken out">
                <Amount wei={row.principalOutWei} unit="LPT" />
              </Figure>
              <Figure label="Not earned">
                <Amount wei={row.missedWei} unit="LPT" places={4} />
                {row.missedRounds + row.earlyRounds > 0 && (
                  <span className="block text-small text-ink-quiet">
                    {row.missedRounds} missed, {row.earlyRounds} early
                  </span>
                )}
              </Figure>
              <Figure label="Yield">{percentP9(row.yieldP9, { places: 4 })}</Figure>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroller>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Cell align="end" className="py-2 max-sm:flex max-sm:justify-between max-sm:gap-3 max-sm:p-0">
      <span aria-hidden className="text-left text-small text-ink-quiet sm:hidden">
        {label}
      </span>
      <span className="max-sm:text-right">{children}</span>
    </Cell>
  )
}
