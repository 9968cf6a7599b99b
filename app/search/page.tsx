import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { loadSearch } from '@/lib/data/search'
import { loadPublicConfig } from '@/lib/network/load-public-config'
import { cleanText } from '@/lib/search/fold'

export const metadata: Metadata = {
  title: 'Search',
  description:
    'Find any account, name, orchestrator, LIP poll, treasury proposal or transaction on Livepeer.',
  alternates: { canonical: '/search' },
  // A page for every question anybody asks: nothing for other search engines to list.
  robots: { index: false, follow: true },
}

type Props = { searchParams: Promise<{ q?: string | string[] }> }

/** The same search as the one in the top bar, as a page: without scripts, and to share. */
export default async function SearchPage({ searchParams }: Props) {
  const { q } = await searchParams
  const text = cleanText(typeof q === 'string' ? q : '')
  const [loaded, { explorerUrl }] = await Promise.all([loadSearch(text), loadPublicConfig()])
  return (
    <>
      <PageHead title="Search">
        Accounts, names, orchestrators, LIP polls, treasury proposals and transactions.
      </PageHead>
      <div className="max-w-3xl space-y-6 pb-4">
        <SearchForm text={text} />
        <SearchResults text={text} loaded={loaded} explorerUrl={explorerUrl} />
      </div>
    </>
  )
}
