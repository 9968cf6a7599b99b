import type { Metadata } from 'next'
import { accountsOf, EventList } from '@/components/network/event-list'
import { EventsControls } from '@/components/network/events-controls'
import {
  type EventsState,
  eventsHref,
  eventsPath,
  eventsPerPage,
  eventsQuery,
  isNarrowed,
} from '@/components/network/events-query'
import { loadEventsState } from '@/components/network/load-events-state'
import { NetworkHead } from '@/components/network/network-head'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { loadNetworkEvents, type NetworkEventsView } from '@/lib/data/network-events'
import { loadNames } from '@/lib/ens/names'
import { formatDate, formatDateTime } from '@/lib/format/date'
import { countOf } from '@/lib/format/number'
import { loadPublicConfig } from '@/lib/network/load-public-config'

export const metadata: Metadata = {
  title: 'Transactions',
  description:
    'Every event of the Livepeer protocol in words, newest first: stake, rewards, tickets, votes, rounds, with who, how much and when.',
  alternates: { canonical: eventsPath },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TransactionsPage({ searchParams }: Props) {
  const { state, wrong } = await loadEventsState(await searchParams)
  const [view, config] = await Promise.all([
    loadNetworkEvents(eventsQuery(state, eventsPerPage)),
    loadPublicConfig(),
  ])
  return (
    <>
      <NetworkHead title="Transactions" current={eventsPath}>
        What happened in the protocol, newest first. Nothing is folded away.
      </NetworkHead>
      <div className="space-y-8">
        <EventsControls state={state} wrong={wrong} />
        <LoadedView view={view} what="The list of events" bareFailure skeleton={<ListSkeleton rows={20} />}>
          {(value) => <Events view={value} state={state} explorerUrl={config.explorerUrl} />}
        </LoadedView>
      </div>
    </>
  )
}

async function Events({
  view,
  state,
  explorerUrl,
}: {
  view: NetworkEventsView
  state: EventsState
  explorerUrl: string | null
}) {
  const { rows, next, oldestAt } = view
  if (rows === null) {
    return (
      <p className="border-y py-8 text-ink-quiet">
        Events come from the index alone, and it did not answer. Balances, stake and votes are not affected.
        Reload in a moment.
      </p>
    )
  }
  const [newest, oldest] = [rows[0], rows.at(-1)]
  if (!newest || !oldest) return <NoEvents state={state} />
  const names = await loadNames(accountsOf(rows))
  return (
    <>
      <p className="text-small text-ink-quiet">
        {countOf(rows.length, 'event')}, {formatDateTime(newest.timestamp)} back to{' '}
        {formatDateTime(oldest.timestamp)}
        {next ? '. Older ones follow' : '. These are the oldest that fit'}
        {oldestAt !== null && `; the index goes back to ${formatDate(oldestAt)}`}.
      </p>
      <EventList rows={rows} explorerUrl={explorerUrl} names={names} />
      <nav aria-label="Pages of events" className="flex flex-wrap items-center gap-4 pt-6" data-print="hide">
        {state.after && (
          <IntentLink href={eventsHref({ ...state, after: null })} className={buttonClasses({ size: 'sm' })}>
            Newest
          </IntentLink>
        )}
        {next && (
          <IntentLink href={eventsHref({ ...state, after: next })} className={buttonClasses({ size: 'sm' })}>
            Older
          </IntentLink>
        )}
        <a
          href={eventsHref({ ...state, after: null }, `${eventsPath}/csv`)}
          download
          className="text-small text-accent-text underline underline-offset-4"
        >
          {isNarrowed(state) ? 'All that fit as CSV' : 'CSV'}
        </a>
        <span className="text-small text-ink-quiet">
          A file holds at most 27,000 events: narrow the days for more.
        </span>
      </nav>
      <p className="max-w-text pt-4 text-small text-ink-quiet">
        The index does not write slashings, evictions, queued and executed proposals or the start of a
        gateway’s unlock.{' '}
        <IntentLink href="/protocol#penalties" className="underline underline-offset-4">
          Slashings, read from the chain
        </IntentLink>
        .
      </p>
    </>
  )
}

function NoEvents({ state }: { state: EventsState }) {
  return (
    <p className="border-y py-12 text-ink-quiet">
      {state.after
        ? 'There is nothing older. '
        : isNarrowed(state)
          ? 'No event fits. '
          : 'The index has no event yet.'}
      {(state.after || isNarrowed(state)) && (
        <IntentLink href={eventsPath} className="underline underline-offset-4">
          Show everything
        </IntentLink>
      )}
    </p>
  )
}
