import type { Metadata } from 'next'
import { accountAddress } from '@/app/accounts/[address]/account-address'
import { accountMetadata } from '@/app/accounts/[address]/account-metadata'
import { AccountHead } from '@/components/account/account-head'
import { LedgerPanel } from '@/components/account/ledger-panel'
import { ledgerPage, parseLedgerQuery } from '@/components/account/ledger-query'
import { FiguresSkeleton } from '@/components/account/skeletons'
import { LoadedView } from '@/components/ui/loaded-view'
import { loadLedger } from '@/lib/data/ledger'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = {
  params: Promise<{ address: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await accountAddress(params, 'earnings')
  return accountMetadata(address, 'earnings')
}

export default async function EarningsPage({ params, searchParams }: Props) {
  const address = await accountAddress(params, 'earnings')
  const query = parseLedgerQuery(await searchParams)
  const [ledger, config] = await Promise.all([
    loadLedger(address, {
      pricesFor: (lines) => (query.by === 'round' ? ledgerPage(lines, query.page).rows : []),
    }),
    loadPublicConfig(),
  ])
  return (
    <>
      <AccountHead address={address} name={null} tab="earnings" explorerUrl={config.explorerUrl} />
      <LoadedView
        view={ledger}
        what="The ledger"
        hideAsOf
        skeleton={
          <FiguresSkeleton labels={['Rewards earned', 'Fees earned', 'Realised yield', 'Not earned']} />
        }
      >
        {(value, asOf) => (
          <LedgerPanel ledger={value} query={query} asOf={asOf} explorerUrl={config.explorerUrl} />
        )}
      </LoadedView>
    </>
  )
}
