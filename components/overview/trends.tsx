import type { ReactNode } from 'react'
import { Chart } from '@/components/charts/chart'
import type { ChartSpec } from '@/components/charts/chart-data'
import { FeeFigureRow } from '@/components/overview/fee-figures'
import { type TrendName, trendNames } from '@/components/overview/load-trend'
import type { Trend } from '@/components/overview/trend-charts'
import {
  offeredRanges,
  rangeWords,
  type TrendQuery,
  trendHref,
  trendSource,
} from '@/components/overview/trend-query'
import { AsOfLine } from '@/components/ui/as-of'
import { IntentLink } from '@/components/ui/intent-link'
import { Panel } from '@/components/ui/panel'
import type { ProtocolDaysView } from '@/lib/data/protocol-days'
import type { Loaded } from '@/lib/data/types'

const names: Readonly<Record<TrendName, string>> = {
  fees: 'Fees',
  stake: 'Stake bonded',
  participation: 'Participation',
  inflation: 'Inflation',
  supply: 'Supply',
  orchestrators: 'Active orchestrators',
  treasury: 'Treasury balance',
  price: 'LPT price',
}

const empty: Readonly<Record<TrendName, string>> = {
  fees: 'No fees are known in this range.',
  stake: 'The index has no record of the stake in this range.',
  participation: 'The index has no record of the stake in this range.',
  inflation: 'No round began in this range.',
  supply: 'The index has no record of the supply in this range.',
  orchestrators: 'No round began in this range.',
  treasury: 'No round began in the blocks this node still gives logs of.',
  price: 'The index has no price of LPT for these rounds.',
}

/** A choice among links that change the charts and nothing else. */
function Choice<Key extends string>({
  label,
  options,
}: {
  label: string
  options: readonly { key: Key; words: string; href: string; current: boolean }[]
}) {
  return (
    <nav aria-label={label} className="-mr-2.5 flex flex-wrap max-sm:-ml-2.5" data-print="hide">
      {options.map(({ key, words, href, current }) => (
        <IntentLink
          key={key}
          href={href}
          scroll={false}
          aria-current={current ? 'true' : undefined}
          className="inline-flex h-8 items-center rounded px-2.5 text-small text-ink-quiet hover:bg-raised hover:text-ink aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink"
        >
          {words}
        </IntentLink>
      ))}
    </nav>
  )
}

function Units({ query, label }: { query: TrendQuery; label: string }) {
  return (
    <Choice
      label={label}
      options={(['eth', 'usd'] as const).map((unit) => ({
        key: unit,
        words: unit.toUpperCase(),
        href: trendHref({ ...query, unit }),
        current: query.unit === unit,
      }))}
    />
  )
}

function controlsOf(name: TrendName, query: TrendQuery): ReactNode {
  if (name === 'price') return <Units query={query} label="Price in" />
  if (name !== 'fees') return null
  return (
    <span className="flex flex-wrap gap-x-5">
      <Choice
        label="Fees by"
        options={(['day', 'week'] as const).map((by) => ({
          key: by,
          words: by === 'day' ? 'Day' : 'Week',
          href: trendHref({ ...query, by }),
          current: query.by === by,
        }))}
      />
      <Units query={query} label="Fees in" />
    </span>
  )
}

/** A chart whose source did not answer: the same place, with the reason instead of a drawing. */
const silent = (name: string): ChartSpec => ({
  name,
  kind: 'line',
  axis: { name: '' },
  unit: '',
  points: [],
  tickText: [],
})

function TrendChart({ name, view, query }: { name: TrendName; view: Loaded<Trend>; query: TrendQuery }) {
  const failed = 'value' in view ? null : view
  const trend = 'value' in view ? view.value : null
  // Of fees both figures stand above all charts.
  const figure = name === 'fees' ? null : trend?.figure
  return (
    // The mark is for scripts/serve: a page that lacks figures is kept for a second only.
    <div className={`min-w-0 ${name === 'fees' ? 'xl:col-span-2' : ''}`} data-view={failed?.state}>
      <Chart
        spec={trend?.spec ?? silent(names[name])}
        headline={
          figure && (
            <>
              <span className="text-figure font-semibold">{figure.value}</span>
              <span className="block text-small text-ink-quiet">
                {figure.when}: {figure.change}
              </span>
            </>
          )
        }
        ranges={controlsOf(name, query)}
        empty={failed ? `Not known now. ${failed.reason} ${failed.next}` : empty[name]}
        file={`livepeer-${name}`}
        source={trendSource(name, query)}
      />
    </div>
  )
}

/** The protocol over time (1.1): one range for all charts, each failing alone. */
export function Trends({
  query,
  days,
  trends,
}: {
  query: TrendQuery
  days: Loaded<ProtocolDaysView>
  trends: Readonly<Record<TrendName, Loaded<Trend>>>
}) {
  const known = 'value' in days ? days.value.days : []
  const offered = offeredRanges(known.length)
  return (
    <Panel
      id="trends"
      title="Trends"
      className="pt-12"
      aside={
        <Choice
          label="Range of the charts"
          options={offered.map((range) => ({
            key: range,
            words: rangeWords[range],
            href: trendHref({ ...query, range }),
            current: query.range === range,
          }))}
        />
      }
      foot={'asOf' in days && <AsOfLine asOf={days.asOf} />}
    >
      <FeeFigureRow days={known} />
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2 xl:grid-cols-3">
        {trendNames.map((name) => (
          <TrendChart key={name} name={name} view={trends[name]} query={query} />
        ))}
      </div>
    </Panel>
  )
}
