import { type ChartPoint, type ChartSpec, niceTicks, plottedWei } from '@/components/charts/chart-data'
import { type ChangeSize, changeWords, type TrendFigure } from '@/components/overview/trend-figure'
import { daysOf, type TrendQuery } from '@/components/overview/trend-query'
import type { ProtocolDay } from '@/lib/data/protocol-days'
import { compactAmount, exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'
import { type Counted, DAY, lastWhole, WEEK, weeksOf } from '@/lib/protocol/day-series'
import { bondingRateP9 } from '@/lib/protocol/inflation'

/** A chart of the overview with its newest whole figure; null: there is none. */
export interface Trend {
  spec: ChartSpec
  figure: TrendFigure | null
}

/** How one figure of a day is written and drawn. */
interface Measure {
  name: string
  unit: string
  kind: ChartSpec['kind']
  /** Why a day has no value. */
  gap: string
  of: (day: ProtocolDay) => bigint | null
  plotted: (value: bigint) => number
  exact: (value: bigint) => string
  short: (value: bigint) => string
  tick: (value: number) => string
  change: ChangeSize
  marks?: ChartSpec['marks']
}

const byAmount = (value: number) =>
  value >= 1000 ? compactAmount(BigInt(Math.round(value)) * 10n ** 18n) : String(value)
/** Shares out of 10^9 are drawn as percentages. */
const byPercent = (value: bigint) => Number(value) / 1e7

const noRecord = 'no record of this day'
const noRound = 'no round began on this day'

const lpt = {
  plotted: plottedWei,
  exact: (wei: bigint) => `${exactAmount(wei)} LPT`,
  short: (wei: bigint) => `${compactAmount(wei)} LPT`,
  tick: byAmount,
  change: 'relative',
} as const

const stake: Measure = {
  ...lpt,
  name: 'Stake bonded',
  unit: 'LPT by day',
  kind: 'line',
  gap: noRecord,
  of: ({ activeStakeWei }) => activeStakeWei,
}

const supply: Measure = {
  ...lpt,
  name: 'Supply',
  unit: 'LPT by day',
  kind: 'line',
  gap: noRecord,
  of: ({ supplyWei }) => supplyWei,
}

const participation = (targetP9: bigint | null): Measure => ({
  name: 'Participation',
  unit: 'share of the supply',
  kind: 'line',
  gap: noRecord,
  // From the two amounts of the same row: the index's own rate mixes moments (subgraph.md section 8).
  of: ({ activeStakeWei, supplyWei }) =>
    activeStakeWei === null || supplyWei === null ? null : bondingRateP9(activeStakeWei, supplyWei),
  plotted: byPercent,
  exact: (value) => percentP9(value, { places: 7 }),
  short: (value) => percentP9(value),
  tick: (value) => `${value}%`,
  change: 'points',
  marks:
    targetP9 === null
      ? []
      : [{ value: byPercent(targetP9), label: `Target ${percentP9(targetP9, { trim: true })}` }],
})

const inflation: Measure = {
  name: 'Inflation',
  unit: 'of the supply a round',
  kind: 'step',
  gap: noRound,
  of: ({ inflationP9 }) => inflationP9,
  plotted: byPercent,
  exact: (value) => percentP9(value, { places: 7 }),
  short: (value) => percentP9(value, { places: 5 }),
  tick: (value) => `${value}%`,
  change: 'points',
}

const orchestrators: Measure = {
  name: 'Active orchestrators',
  unit: 'by day',
  kind: 'step',
  gap: noRound,
  of: (day) => day.orchestrators,
  plotted: Number,
  exact: (value) => formatInteger(value),
  short: (value) => formatInteger(value),
  tick: (value) => String(value),
  change: 'count',
}

const fees = ({ by, unit }: TrendQuery): Measure => ({
  name: `Fees by ${by}`,
  unit: `${unit === 'eth' ? 'ETH' : 'US dollars'}, face value of tickets`,
  kind: 'bar',
  gap: 'tickets were redeemed, and the index had no price',
  of: (day) => (unit === 'eth' ? day.feesWei : day.feesUsdWei),
  plotted: plottedWei,
  exact: (wei) => (unit === 'eth' ? `${exactAmount(wei)} ETH` : `$${fixedAmount(wei)}`),
  short: (wei) => (unit === 'eth' ? `${fixedAmount(wei, 4)} ETH` : `$${fixedAmount(wei)}`),
  tick: (value) => (unit === 'eth' ? byAmount(value) : `$${byAmount(value)}`),
  change: 'relative',
})

/** Charts that are drawn from the days of the index. */
export const dayTrends = ['fees', 'stake', 'participation', 'inflation', 'supply', 'orchestrators'] as const
export type DayTrend = (typeof dayTrends)[number]

function measureOf(name: DayTrend, query: TrendQuery, targetP9: bigint | null): Measure {
  if (name === 'fees') return fees(query)
  if (name === 'participation') return participation(targetP9)
  return { stake, inflation, supply, orchestrators }[name]
}

const labelOf = (by: TrendQuery['by'], at: number) =>
  by === 'week' ? `Week of ${formatDate(at)}` : formatDate(at)

function ticksOf(measure: Measure, points: readonly ChartPoint[]) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  values.push(...(measure.marks ?? []).map(({ value }) => value))
  if (measure.kind === 'bar') values.push(0)
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  return niceTicks(least, most === 0 ? 1 : most, 4).map((value) => ({ value, text: measure.tick(value) }))
}

/**
 * One chart over the days of the index. Fees may be summed by week; everything else is a reading, of which a week has none. The
 * newest figure and its change are of whole days or weeks, whatever the range.
 *
 * @param targetP9 target of participation; null: not known now
 */
export function dayTrend(
  name: DayTrend,
  days: readonly ProtocolDay[],
  query: TrendQuery,
  targetP9: bigint | null = null,
): Trend {
  const measure = measureOf(name, query, targetP9)
  const by = name === 'fees' ? query.by : 'day'
  const daily = days.map((day): Counted => ({ at: day.at, value: measure.of(day), running: day.running }))
  const series = by === 'week' ? weeksOf(daily) : daily
  const from = days.at(-(daysOf(query.range) ?? days.length))?.at ?? 0
  const points = series
    .filter(({ at }) => (by === 'week' ? at + WEEK > from : at >= from))
    .map(
      ({ at, value, running }): ChartPoint => ({
        at,
        value: value === null ? null : measure.plotted(value),
        text: value === null ? measure.gap : measure.exact(value),
        label: labelOf(by, at),
        ...(running ? { partial: true } : {}),
      }),
    )
  const last = lastWhole(series, by === 'week' ? WEEK : DAY)
  return {
    spec: {
      name: measure.name,
      kind: measure.kind,
      axis: { name: by === 'week' ? 'Week (UTC, from Monday)' : 'Day (UTC)' },
      unit: measure.unit,
      points,
      ...(measure.marks ? { marks: measure.marks } : {}),
      tickText: ticksOf(measure, points),
    },
    figure: last && {
      value: measure.short(last.value),
      when: labelOf(by, last.at),
      change: changeWords(last, measure.change, by),
    },
  }
}

/** Fees of the newest whole day and of the newest whole week, in both units. */
interface FeeFigures {
  label: 'day' | 'week'
  when: string
  ethWei: bigint
  /** null: not known. */
  usdWei: bigint | null
  change: string
}

/** The two figures beside the chart of fees; those without a whole span are left out. */
export function feeFigures(days: readonly ProtocolDay[]): readonly FeeFigures[] {
  const counted = (of: (day: ProtocolDay) => bigint | null) =>
    days.map((day): Counted => ({ at: day.at, value: of(day), running: day.running }))
  const [eth, usd] = [counted(({ feesWei }) => feesWei), counted(({ feesUsdWei }) => feesUsdWei)]
  return (['day', 'week'] as const).flatMap((label): FeeFigures[] => {
    const [inEth, inUsd] = label === 'day' ? [eth, usd] : [weeksOf(eth), weeksOf(usd)]
    const last = lastWhole(inEth, label === 'day' ? DAY : WEEK)
    if (!last) return []
    const usdWei = inUsd.find(({ at }) => at === last.at)?.value ?? null
    const change = changeWords(last, 'relative', label)
    return [{ label, when: labelOf(label, last.at), ethWei: last.value, usdWei, change }]
  })
}
