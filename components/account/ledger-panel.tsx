import { LedgerFigures } from '@/components/account/ledger-figures'
import { type LedgerQuery, ledgerGroups, ledgerHref, ledgerPage } from '@/components/account/ledger-query'
import { LedgerTable } from '@/components/account/ledger-table'
import { LedgerTotalsTable } from '@/components/account/ledger-totals-table'
import { AsOfLine } from '@/components/ui/as-of'
import { buttonClasses } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { ledgerColumns } from '@/lib/data/ledger-export'
import { priceSources } from '@/lib/data/ledger-prices'
import type { LedgerView } from '@/lib/data/ledger-types'
import { totalsBy } from '@/lib/data/ledger-view'
import type { AsOf } from '@/lib/data/types'
import { formatInteger } from '@/lib/format/number'

export interface LedgerPanelProps {
  ledger: LedgerView
  query: LedgerQuery
  asOf: AsOf
  explorerUrl: string | null
}

const groupLabels = { round: 'By round', day: 'By day', month: 'By month', year: 'By year' } as const

/** The earnings page of an account with a ledger: figures, the table by round or period, files. */
export function LedgerPanel({ ledger, query, asOf, explorerUrl }: LedgerPanelProps) {
  const address = ledger.address.toLowerCase()
  if (ledger.lines.length === 0) return <EmptyLedger />
  return (
    <div className="space-y-10">
      <LedgerFigures ledger={ledger} asOf={asOf} />
      {!ledger.exact && (
        <p className="max-w-text text-small text-ink-quiet">
          The last line holds an amount that events do not explain: a ticket that was paid only in part, or
          one the index does not have yet. Sums are the chain’s; single rounds may be off by it.
        </p>
      )}
      <Panel
        title="Ledger"
        aside={
          <nav aria-label="Group the ledger" className="flex flex-wrap gap-x-4 text-small">
            {ledgerGroups.map((by) => (
              <a
                key={by}
                href={ledgerHref(address, { by, page: 1 })}
                aria-current={by === query.by ? 'page' : undefined}
                className="inline-flex min-h-8 items-center text-ink-quiet underline-offset-4 hover:underline aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {groupLabels[by]}
              </a>
            ))}
          </nav>
        }
        foot={<AsOfLine asOf={asOf} />}
      >
        <LedgerRows ledger={ledger} query={query} explorerUrl={explorerUrl} />
      </Panel>
      <Files address={address} />
    </div>
  )
}

function LedgerRows({ ledger, query, explorerUrl }: Omit<LedgerPanelProps, 'asOf'>) {
  const address = ledger.address.toLowerCase()
  if (query.by === 'round') {
    const shown = ledgerPage(ledger.lines, query.page)
    return (
      <>
        <LedgerTable lines={shown.rows} prices={ledger.prices} explorerUrl={explorerUrl} />
        <Pages address={address} query={query} shown={shown} />
      </>
    )
  }
  const shown = ledgerPage(totalsBy(ledger.lines, query.by), query.page)
  return (
    <>
      <LedgerTotalsTable rows={shown.rows} period={query.by} />
      <Pages address={address} query={query} shown={shown} />
    </>
  )
}

function Pages({
  address,
  query,
  shown: { page, pages },
}: {
  address: string
  query: LedgerQuery
  shown: { page: number; pages: number }
}) {
  if (pages === 1) return null
  return (
    <nav aria-label="Pages of the ledger" className="flex items-center justify-between gap-4 pt-4 text-small">
      {page > 1 ? (
        <a
          className={buttonClasses({ size: 'sm' })}
          href={ledgerHref(address, { ...query, page: page - 1 })}
          rel="prev"
        >
          Newer
        </a>
      ) : (
        <span />
      )}
      <span className="text-ink-quiet">
        Page {formatInteger(page)} of {formatInteger(pages)}
      </span>
      {page < pages ? (
        <a
          className={buttonClasses({ size: 'sm' })}
          href={ledgerHref(address, { ...query, page: page + 1 })}
          rel="next"
        >
          Older
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

function Files({ address }: { address: string }) {
  return (
    <Panel title="For your records">
      <p className="max-w-text text-ink-quiet">
        Every round and every movement with UTC time, block, transaction, exact amounts and prices. Received
        stake and claims are principal, not reward. Nothing here is tax advice.
      </p>
      <p className="flex flex-wrap gap-3 pt-4">
        <a className={buttonClasses()} href={`/accounts/${address}/earnings/csv`} download>
          Download CSV
        </a>
        <a className={buttonClasses()} href={`/accounts/${address}/earnings/json`} download>
          Download JSON
        </a>
      </p>
      <details className="pt-3">
        <summary className="inline-flex min-h-8 items-center text-small underline underline-offset-4">
          What each column means
        </summary>
        <dl className="max-w-text divide-y border-y text-small">
          {ledgerColumns.map(([name, meaning]) => (
            <div key={name} className="py-2">
              <dt className="font-mono">{name}</dt>
              <dd className="text-ink-quiet">{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="max-w-text pt-3 text-small text-ink-quiet">
          Prices: {priceSources.lptEth}; {priceSources.ethUsd}. A round without either has none.
        </p>
      </details>
    </Panel>
  )
}

function EmptyLedger() {
  return (
    <div className="border-y py-12">
      <h2 className="text-figure">Nothing earned yet</h2>
      <p className="max-w-text pt-1 text-ink-quiet">
        This address has never bonded LPT, so it has no rounds with earnings.
      </p>
      <p className="pt-5">
        <a href="/orchestrators" className={buttonClasses()}>
          See orchestrators
        </a>
      </p>
    </div>
  )
}
