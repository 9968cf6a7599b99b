import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { accountsOf } from '@/components/network/event-list'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { loadTrend, type TrendName, trendNames } from '@/components/overview/load-trend'
import { MyPositionSlot } from '@/components/overview/my-position-slot'
import { eventsRead, NewestEvents, toldEvents } from '@/components/overview/newest-events'
import { OpenVotesPanel } from '@/components/overview/open-votes-panel'
import { ProtocolFigures } from '@/components/overview/protocol-figures'
import { RoundFacts } from '@/components/overview/round-panel'
import { EventsSkeleton, LinesSkeleton, RoundSkeleton } from '@/components/overview/skeletons'
import { StartRoundSlot } from '@/components/overview/start-round-slot'
import { TopOrchestrators } from '@/components/overview/top-orchestrators'
import type { Trend } from '@/components/overview/trend-charts'
import { offeredRanges, parseTrendQuery, type TrendQuery } from '@/components/overview/trend-query'
import { Trends } from '@/components/overview/trends'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { loadNewestEvents } from '@/lib/data/network-events'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { loadPolls } from '@/lib/data/polls'
import { loadProtocol } from '@/lib/data/protocol'
import { loadProtocolDays } from '@/lib/data/protocol-days'
import { loadRound } from '@/lib/data/round'
import { loadRoundFees } from '@/lib/data/round-fees'
import { loadTreasury } from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'
import { loadNames } from '@/lib/ens/names'
import { loadPublicConfig } from '@/lib/network/load-public-config'
import { loadPrices } from '@/lib/prices/prices'

export const metadata: Metadata = {
  title: { absolute: 'Livepeer Delegator: stake LPT, compare orchestrators' },
  alternates: { canonical: '/' },
}

type Props = { searchParams: Promise<Readonly<Record<string, unknown>>> }

/** The days of the index and the charts, in a range that the days fill. */
async function loadTrends(asked: TrendQuery) {
  const days = await loadProtocolDays()
  const offered = offeredRanges('value' in days ? days.value.days.length : 0)
  const query: TrendQuery = offered.includes(asked.range) ? asked : { ...asked, range: 'all' }
  const trends = await Promise.all(
    trendNames.map(async (name) => [name, await loadTrend(name, query)] as const),
  )
  return { query, days, trends: Object.fromEntries(trends) as Record<TrendName, Loaded<Trend>> }
}

async function loadRoundWithFees() {
  const round = await loadRound()
  return { round, fees: await loadRoundFees('value' in round ? round.value.lastInitializedRound : 0) }
}

async function loadEventsWithNames() {
  const events = await loadNewestEvents(eventsRead)
  const rows = 'value' in events && events.value.rows ? toldEvents(events.value.rows) : null
  return { events, rows, names: await loadNames(accountsOf(rows ?? [])) }
}

export default async function OverviewPage({ searchParams }: Props) {
  const asked = parseTrendQuery(await searchParams)
  const [
    { round, fees },
    protocol,
    prices,
    over,
    orchestrators,
    polls,
    treasury,
    { events, rows: told, names },
    config,
  ] = await Promise.all([
    loadRoundWithFees(),
    loadProtocol(),
    loadPrices(),
    loadTrends(asked),
    loadOrchestrators(),
    loadPolls(),
    loadTreasury(),
    loadEventsWithNames(),
    loadPublicConfig(),
  ])
  const paused = 'value' in protocol && protocol.value.paused
  return (
    <>
      <PageHead title="Livepeer now">The running round, the stake behind it, and who earns with it.</PageHead>
      {paused && (
        <div className="pb-6">
          <Notice tone="wait" title="The protocol is paused">
            Delegating, unbonding and withdrawing are refused by the contracts until it is resumed. Stake
            stays where it is.
          </Notice>
        </div>
      )}
      <MyPositionSlot />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[7fr_5fr]">
        <Panel id="round" title="Round" look="card">
          <LoadedView view={round} what="The round" skeleton={<RoundSkeleton />}>
            {(value, asOf) => (
              <RoundFacts
                round={value}
                fees={fees}
                asOf={asOf}
                action={value.overdue && <StartRoundSlot />}
              />
            )}
          </LoadedView>
        </Panel>
        <Panel title="Protocol">
          <LoadedView
            view={protocol}
            what="The protocol's state"
            skeleton={
              <LinesSkeleton
                labels={[
                  'Participation',
                  'Bonded',
                  'Supply',
                  'Inflation per round',
                  'Inflation a year',
                  'Active orchestrators',
                  'Delegators',
                  'Treasury',
                  'LPT price',
                ]}
              />
            }
          >
            {(value, asOf) => <ProtocolFigures protocol={value} prices={prices} asOf={asOf} />}
          </LoadedView>
        </Panel>
      </div>
      <Trends query={over.query} days={over.days} trends={over.trends} />
      <Panel
        title="Most stake"
        className="pt-12"
        aside={
          <IntentLink href="/orchestrators" className="text-ink underline underline-offset-4">
            All orchestrators
          </IntentLink>
        }
      >
        <LoadedView
          view={orchestrators}
          what="The list of orchestrators"
          bareFailure
          skeleton={<ListSkeleton rows={10} />}
        >
          {(value) => <TopOrchestrators rows={value.rows} />}
        </LoadedView>
      </Panel>
      <div className="grid gap-x-12 gap-y-10 pt-12 lg:grid-cols-[7fr_5fr]">
        <Panel
          title="Newest events"
          aside={
            <IntentLink href="/transactions" className="text-ink underline underline-offset-4">
              All events
            </IntentLink>
          }
        >
          <LoadedView view={events} what="What happened last" bareFailure skeleton={<EventsSkeleton />}>
            {() =>
              told ? (
                <NewestEvents rows={told} names={names} explorerUrl={config.explorerUrl} />
              ) : (
                <Notice tone="wait" title="What happened last is not known now">
                  Events come from the index, which did not answer. Figures of the chain are not affected.
                </Notice>
              )
            }
          </LoadedView>
        </Panel>
        <OpenVotesPanel polls={polls} treasury={treasury} />
      </div>
    </>
  )
}
