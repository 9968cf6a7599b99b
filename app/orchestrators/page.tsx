import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { listItems } from '@/components/orchestrators/list-items'
import { type ListQuery, listHref, parseListQuery } from '@/components/orchestrators/list-query'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { OrchestratorTable } from '@/components/orchestrators/orchestrator-table'
import { YieldNotes } from '@/components/orchestrators/yield-notes'
import { buttonClasses } from '@/components/ui/button'
import { LoadedView } from '@/components/ui/loaded-view'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { formatInteger } from '@/lib/format/number'
import { loadScores } from '@/lib/metrics/scores'

export const metadata: Metadata = {
  title: 'Orchestrators',
  description:
    'Every Livepeer orchestrator with what it really paid, cuts and how they changed, reward calls, fees and its standing for the next round.',
  alternates: { canonical: '/orchestrators' },
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

/** Search parameters as `URLSearchParams` has them; values of a name that stands there several times are joined. */
async function readQuery({ searchParams }: Props): Promise<ListQuery> {
  const params = await searchParams
  return parseListQuery({ get: (name) => [params[name] ?? []].flat().join() || null })
}

export default async function OrchestratorsPage(props: Props) {
  const query = await readQuery(props)
  const wantsScores = query.columns.includes('score') || query.sort === 'score'
  const [orchestrators, scores] = await Promise.all([
    loadOrchestrators(),
    wantsScores ? loadScores() : undefined,
  ])
  const csv = listHref(
    { ...parseListQuery(new URLSearchParams()), amount: query.amount, days: query.days },
    '/orchestrators/csv',
  )
  return (
    <>
      <PageHead
        title="Orchestrators"
        aside={
          <a href={csv} download className={buttonClasses({ size: 'sm' })} data-print="hide">
            Download CSV
          </a>
        }
      >
        They run the network with the stake you bond to them, and share rewards and fees after their cuts.
      </PageHead>
      <LoadedView
        view={orchestrators}
        what="The list of orchestrators"
        bareFailure
        skeleton={<ListSkeleton rows={20} />}
      >
        {(view) => (
          <>
            {!view.complete && (
              <p className="pb-4 text-ink-quiet">
                Only those in the next round&apos;s active set are listed. Who leaves it now or stands outside
                comes from the index, which did not answer.
              </p>
            )}
            {view.poolSize < view.poolMaxSize && (
              <p className="pb-4 text-ink-quiet">
                {formatInteger(view.poolMaxSize - view.poolSize)} of {formatInteger(view.poolMaxSize)} places
                in the next round&apos;s active set are free.
              </p>
            )}
            <OrchestratorTable
              items={listItems(view, query, scores)}
              query={query}
              caption={`Orchestrators in round ${formatInteger(view.round.number)}`}
            />
            <YieldNotes view={view} query={query} />
          </>
        )}
      </LoadedView>
    </>
  )
}
