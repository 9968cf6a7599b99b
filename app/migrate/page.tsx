import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { AddressForm } from '@/components/migrate/address-form'
import { parseAddressQuery } from '@/components/migrate/address-query'
import { ClaimResult } from '@/components/migrate/claim-result'
import { OtherWays } from '@/components/migrate/other-ways'
import { LoadedView } from '@/components/ui/loaded-view'
import { Skeleton } from '@/components/ui/skeleton'
import { loadClaim } from '@/lib/data/claim'

export const metadata: Metadata = {
  title: 'Migrate from Ethereum',
  description: 'Find and claim Livepeer stake that was left on Ethereum when the protocol moved to Arbitrum.',
  alternates: { canonical: '/migrate' },
}

type Props = { searchParams: Promise<{ address?: string | string[] }> }

export default async function MigratePage({ searchParams }: Props) {
  const query = parseAddressQuery((await searchParams).address)
  const claim = query.state === 'known' ? await loadClaim(query.address) : null
  return (
    <>
      <PageHead title="Migrate from Ethereum">
        Livepeer moved from Ethereum to Arbitrum in 2022. Stake that was left there is not lost: see what an
        address still has, and claim it.
      </PageHead>
      <div className="space-y-12">
        <AddressForm query={query} />
        {claim && (
          <LoadedView view={claim} what="What this address has left" skeleton={<Skeleton ch={40} />}>
            {(view) => <ClaimResult view={view} />}
          </LoadedView>
        )}
        <OtherWays />
      </div>
    </>
  )
}
