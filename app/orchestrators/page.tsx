import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { toListRows } from '@/components/orchestrators/list-row'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { OrchestratorTable } from '@/components/orchestrators/orchestrator-table'
import { buttonClasses } from '@/components/ui/button'
import { LoadedView } from '@/components/ui/loaded-view'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { formatInteger } from '@/lib/format/number'

export const metadata: Metadata = {
  title: 'Orchestrators',
  description:
    'Every Livepeer orchestrator with stake, cuts, fees, reward calls and its standing for the next round, sortable and searchable.',
  alternates: { canonical: '/orchestrators' },
}

export default async function OrchestratorsPage() {
  const orchestrators = await loadOrchestrators()
  return (
    <>
      <PageHead
        title="Orchestrators"
        aside={
          <a href="/orchestrators/csv" download className={buttonClasses({ size: 'sm' })} data-print="hide">
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
        {({ rows, complete, poolSize, poolMaxSize, round }) => (
          <>
            {!complete && (
              <p className="pb-4 text-ink-quiet">
                Only those in the next round&apos;s active set are listed. Who leaves it now or stands outside
                comes from the index, which did not answer.
              </p>
            )}
            {poolSize < poolMaxSize && (
              <p className="pb-4 text-ink-quiet">
                {formatInteger(poolMaxSize - poolSize)} of {formatInteger(poolMaxSize)} places in the next
                round&apos;s active set are free.
              </p>
            )}
            <OrchestratorTable
              rows={toListRows(rows)}
              caption={`Orchestrators in round ${formatInteger(round.number)}`}
            />
          </>
        )}
      </LoadedView>
    </>
  )
}
