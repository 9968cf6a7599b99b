import {
  type ChartPoint,
  type ChartSpec,
  niceTicks,
  plottedWei,
  withGaps,
} from '@/components/charts/chart-data'
import { balanceChart } from '@/components/governance/treasury-charts'
import type { Trend } from '@/components/overview/trend-charts'
import { changeWords } from '@/components/overview/trend-figure'
import type { TrendQuery } from '@/components/overview/trend-query'
import type { RoundPrice } from '@/lib/data/lpt-prices'
import type { ProtocolDay } from '@/lib/data/protocol-days'
import { compactAmount, exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { type Counted, dayOf, lastWhole } from '@/lib/protocol/day-series'
import type { TreasuryRound } from '@/lib/protocol/treasury-flows'

/** One coin. */
const WEI = 10n ** 18n

const labelOf = (round: number) => `Round ${formatInteger(round)}`

/** US dollars for one ETH on a day, 18 decimals: what its tickets were worth in both; null: no priced ticket that day. */
function dollarsPerEth(day: ProtocolDay | undefined): bigint | null {
  if (!day || day.feesUsdWei === null || day.feesUsdWei === 0n || day.feesWei === 0n) return null
  return (day.feesUsdWei * WEI) / day.feesWei
}

/**
 * The price of LPT at the start of each round, in ETH or in US dollars of the day the round started on. Where one of the two
 * prices is missing there is a gap.
 */
export function priceTrend(
  rounds: readonly RoundPrice[],
  days: readonly ProtocolDay[],
  unit: TrendQuery['unit'],
): Trend {
  const byDay = new Map(days.map((day) => [day.at, day]))
  const series = rounds.map(({ round, at, ethWei }) => {
    const rate = unit === 'eth' ? WEI : dollarsPerEth(byDay.get(dayOf(at)))
    const value = ethWei === null || rate === null ? null : (ethWei * rate) / WEI
    return { at: round, value, running: false, started: at }
  })
  const exact = (wei: bigint) => (unit === 'eth' ? `${exactAmount(wei)} ETH` : `$${fixedAmount(wei, 4)}`)
  const points = series.map(
    ({ at, value, started }): ChartPoint => ({
      at,
      value: value === null ? null : plottedWei(value),
      text: value === null ? 'no price known' : exact(value),
      label: `${labelOf(at)}, ${formatDate(started)}`,
      tick: formatDate(started),
    }),
  )
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const ends = values.length === 0 ? ([0, 1] as const) : ([Math.min(...values), Math.max(...values)] as const)
  const last = lastWhole(series satisfies readonly Counted[], 1)
  return {
    spec: {
      name: 'LPT price',
      kind: 'line',
      axis: { name: 'Round' },
      unit: `${unit === 'eth' ? 'ETH' : 'US dollars'} when a round began`,
      points: withGaps(points, 1, (round) => ({ text: 'never started', label: labelOf(round) })),
      tickText: niceTicks(...ends, 4).map((value) => ({
        value,
        text: unit === 'eth' ? String(value) : `$${value}`,
      })),
    },
    figure: last && {
      value: unit === 'eth' ? `${fixedAmount(last.value, 6)} ETH` : `$${fixedAmount(last.value)}`,
      when: labelOf(last.at),
      change: changeWords(last, 'relative', 'round'),
    },
  }
}

/**
 * The treasury's LPT at each round's end.
 * @param newest how many rounds to draw; null: all that were read
 */
export function treasuryTrend(
  rounds: readonly TreasuryRound[],
  ceilingWei: bigint | null,
  newest: number | null,
): Trend {
  const drawn = newest === null ? rounds : rounds.slice(-newest)
  const spec: ChartSpec = {
    ...balanceChart(drawn, ceilingWei),
    name: 'Treasury balance',
    unit: 'LPT by round',
  }
  const running = rounds.at(-1)?.round
  const last = lastWhole(
    rounds.map(({ round, balanceWei }) => ({ at: round, value: balanceWei, running: round === running })),
    1,
  )
  return {
    spec,
    figure: last && {
      value: `${compactAmount(last.value)} LPT`,
      when: labelOf(last.at),
      change: changeWords(last, 'relative', 'round'),
    },
  }
}
