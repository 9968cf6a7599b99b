import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { CompareForm, CompareWishForm } from '@/components/orchestrators/compare-form'
import { ComparePast, CompareVotes } from '@/components/orchestrators/compare-past'
import {
  type CompareQuery,
  type CompareWish,
  mostCompared,
  parseCompareQuery,
  parseCompareWish,
} from '@/components/orchestrators/compare-query'
import { CompareTable } from '@/components/orchestrators/compare-table'
import { toListRows } from '@/components/orchestrators/list-row'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { ShortAddress } from '@/components/ui/address'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { projectAll } from '@/lib/data/projections'
import type { OrchestratorsView } from '@/lib/data/types'
import { lowerAddress } from '@/lib/format/address'
import { countOf, formatInteger } from '@/lib/format/number'

export const metadata: Metadata = {
  title: 'Compare orchestrators',
  description:
    'Two to five Livepeer orchestrators side by side: cuts, reward calls, stake, fees and standing.',
  alternates: { canonical: '/orchestrators/compare' },
  robots: { index: false, follow: true },
}

type Props = {
  searchParams: Promise<{ ids?: string | string[]; amount?: string | string[]; days?: string | string[] }>
}

export default async function ComparePage({ searchParams }: Props) {
  const params = await searchParams
  const query = parseCompareQuery(params.ids)
  const wish = parseCompareWish(params)
  const orchestrators = await loadOrchestrators()
  return (
    <>
      <PageHead title="Compare orchestrators">
        Two to five side by side. The link of this page brings back the same comparison.
      </PageHead>
      <LoadedView
        view={orchestrators}
        what="The list of orchestrators"
        bareFailure
        skeleton={<ListSkeleton rows={10} />}
      >
        {(value) => <Comparison query={query} wish={wish} orchestrators={value} />}
      </LoadedView>
    </>
  )
}

function Comparison({
  query,
  wish,
  orchestrators,
}: {
  query: CompareQuery
  wish: CompareWish
  orchestrators: OrchestratorsView
}) {
  const shownRows = toListRows(orchestrators.rows)
  const all = orchestrators.rows.flatMap((row, index) => {
    const shown = shownRows[index]
    return shown ? [{ row, shown }] : []
  })
  const found = query.ids.flatMap((id) => all.find(({ row }) => lowerAddress(row.address) === id) ?? [])
  const ranges = projectAll(
    orchestrators,
    found.map(({ row }) => row),
    { amountWei: BigInt(wish.amount) * 10n ** 18n, days: wish.days },
  )
  const compared = found.map((one, place) => ({ ...one, projected: ranges[place] ?? null }))
  const ids = compared.map(({ row }) => lowerAddress(row.address))
  const unknown = query.ids.filter((id) => !compared.some(({ row }) => lowerAddress(row.address) === id))
  return (
    <div className="space-y-8">
      {compared.length === 0 && <Empty />}
      {unknown.map((id) => (
        <Notice key={id} tone="wait" title={<ShortAddress address={id} />}>
          This is no orchestrator that is registered or active, so there is nothing to compare.
        </Notice>
      ))}
      {query.dropped > 0 && (
        <Notice tone="wait" title={`${countOf(query.dropped, 'part')} of the link left out`}>
          A comparison takes up to {formatInteger(mostCompared)} addresses.
        </Notice>
      )}
      {compared.length > 0 && <CompareWishForm ids={ids} wish={wish} />}
      {compared.length > 0 && <CompareTable compared={compared} wish={wish} />}
      {compared.length === 1 && <p className="text-ink-quiet">Add at least one more to compare it with.</p>}
      <CompareForm ids={ids} rows={orchestrators.rows} wish={wish} />
      {compared.length > 0 && <ComparePast of={compared.map(({ row }) => row)} />}
      {compared.length > 1 && <CompareVotes of={compared.map(({ row }) => row)} />}
    </div>
  )
}

function Empty() {
  return (
    <div className="max-w-text space-y-2">
      <p>
        Pick the first one here, or follow <em>Compare</em> in a row of the{' '}
        <IntentLink href="/orchestrators" className="text-accent-text underline underline-offset-4">
          list of orchestrators
        </IntentLink>
        .
      </p>
      <p className="text-ink-quiet">
        Cuts say what they keep, reward calls whether they earn for you at all, the standing whether they will
        go on to, and fees what the network pays them.
      </p>
    </div>
  )
}
