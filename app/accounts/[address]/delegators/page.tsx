import type { Metadata } from 'next'
import { accountAddress } from '@/app/accounts/[address]/account-address'
import { accountMetadata } from '@/app/accounts/[address]/account-metadata'
import { AccountHead } from '@/components/account/account-head'
import {
  delegatorsHref,
  delegatorsPerPage,
  parseDelegatorsQuery,
  sortDelegators,
} from '@/components/account/delegators-query'
import { DelegatorsTable } from '@/components/account/delegators-table'
import { FiguresSkeleton } from '@/components/account/skeletons'
import { AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import { LoadedView } from '@/components/ui/loaded-view'
import { Pager, pageFrom } from '@/components/ui/pager'
import { Unknown } from '@/components/ui/unknown'
import { type DelegatorRow, type DelegatorsView, loadDelegators } from '@/lib/data/delegators'
import type { AsOf } from '@/lib/data/types'
import { loadNames } from '@/lib/ens/names'
import { formatInteger } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = {
  params: Promise<{ address: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await accountAddress(params, 'delegators')
  return accountMetadata(address, 'delegators')
}

export default async function DelegatorsPage({ params, searchParams }: Props) {
  const address = await accountAddress(params, 'delegators')
  const [view, config, search] = await Promise.all([
    loadDelegators(address),
    loadPublicConfig(),
    searchParams,
  ])
  return (
    <>
      <AccountHead address={address} name={null} tab="delegators" explorerUrl={config.explorerUrl} />
      <LoadedView
        view={view}
        what="The list of delegators"
        skeleton={<FiguresSkeleton labels={['Delegators', 'Stake bonded to it', 'Ten largest']} />}
      >
        {(value, asOf) => (
          <Delegators view={value} asOf={asOf} path={`/accounts/${address}/delegators`} search={search} />
        )}
      </LoadedView>
    </>
  )
}

/** Share of all stake that the largest hold, the orchestrator itself left out. */
function largestShare(rows: readonly DelegatorRow[], totalWei: bigint): string {
  const others = rows.filter(({ self }) => !self)
  const sum = others.slice(0, 10).reduce((total, { stakeWei }) => total + stakeWei, 0n)
  return formatPercent(sum, totalWei)
}

async function Delegators({
  view,
  asOf,
  path,
  search,
}: {
  view: DelegatorsView
  asOf: AsOf
  path: string
  search: Readonly<Record<string, unknown>>
}) {
  const { rows } = view
  const source = `Computed from the chain’s earnings factors, block ${formatInteger(asOf.block)}`
  if (rows === null) {
    return (
      <p className="border-y py-8 text-ink-quiet">
        Who delegates to it is listed by the index alone, and it did not answer. Stake bonded to it:{' '}
        <AmountFigure
          wei={view.totalStakeWei}
          unit="LPT"
          source={`Chain, block ${formatInteger(asOf.block)}`}
        />
        .
      </p>
    )
  }
  if (rows.length === 0) {
    return <p className="border-y py-12 text-ink-quiet">Nobody has stake bonded to this account.</p>
  }
  const query = parseDelegatorsQuery(search)
  const page = pageFrom(query.page, rows.length, delegatorsPerPage)
  const shown = sortDelegators(rows, query).slice((page - 1) * delegatorsPerPage, page * delegatorsPerPage)
  const names = await loadNames(shown.map(({ address }) => address))
  return (
    <div className="space-y-8">
      <FigureRow>
        <BigFigure
          label="Delegators"
          explanation="Accounts with stake bonded to it, itself included, counted one by one."
          value={formatInteger(rows.length)}
        />
        <BigFigure
          label="Stake bonded to it"
          value={
            <AmountFigure
              wei={view.totalStakeWei}
              unit="LPT"
              places={0}
              source={`Chain, block ${formatInteger(asOf.block)}`}
            />
          }
        />
        <BigFigure
          label="Ten largest"
          explanation="Part of its stake that the ten largest delegators hold, its own stake left out."
          value={
            view.totalStakeWei === 0n ? <Unknown reason="No stake" /> : largestShare(rows, view.totalStakeWei)
          }
        />
      </FigureRow>
      <section aria-label="All delegators">
        <DelegatorsTable rows={shown} names={names} query={query} path={path} source={source} />
        <Pager
          of="delegators"
          page={page}
          rowsPerPage={delegatorsPerPage}
          rows={rows.length}
          hrefOf={(to) => delegatorsHref(path, query.sort, query.dir, to)}
        />
        <p className="pt-4 text-small">
          <a
            href={`${path}/csv`}
            download
            className="text-accent-text underline underline-offset-4"
            data-print="hide"
          >
            All {formatInteger(rows.length)} as CSV
          </a>
        </p>
      </section>
    </div>
  )
}
