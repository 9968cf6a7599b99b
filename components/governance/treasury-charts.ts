import {
  type ChartPoint,
  type ChartSpec,
  niceTicks,
  plottedWei,
  withGaps,
} from '@/components/charts/chart-data'
import { compactAmount, exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import type { TreasuryRound } from '@/lib/protocol/treasury-flows'

/** Bars that can still be told apart on a phone. */
const mostBars = 90

const label = (round: number) => `Round ${formatInteger(round)}`
const neverStarted = (round: number) => ({ text: 'never started', label: label(round) })

function pointsOf(
  rounds: readonly TreasuryRound[],
  weiOf: (round: TreasuryRound) => bigint,
): readonly ChartPoint[] {
  const newest = rounds.at(-1)?.round
  const points = rounds.map((row): ChartPoint => {
    const wei = weiOf(row)
    const point = {
      at: row.round,
      value: plottedWei(wei),
      text: `${exactAmount(wei)} LPT`,
      label: label(row.round),
    }
    return row.round === newest ? { ...point, partial: true } : point
  })
  return withGaps(points, 1, neverStarted)
}

function ticks(points: readonly ChartPoint[], mark: number) {
  const most = Math.max(mark, ...points.map(({ value }) => value ?? 0))
  return niceTicks(0, most || 1).map((value) => ({
    value,
    text: value >= 1000 ? compactAmount(BigInt(Math.round(value)) * 10n ** 18n) : String(value),
  }))
}

/** The treasury's LPT at the end of each round, with the ceiling where it is not far above all of it. */
export function balanceChart(rounds: readonly TreasuryRound[], ceilingWei: bigint | null): ChartSpec {
  const points = pointsOf(rounds, ({ balanceWei }) => balanceWei)
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const ceiling = ceilingWei === null ? 0 : plottedWei(ceilingWei)
  const near = ceilingWei !== null && ceiling > 0 && ceiling <= most * 3
  return {
    name: 'Balance by round',
    kind: 'line',
    axis: { name: 'Round' },
    unit: 'LPT at each round’s end',
    points,
    fromZero: true,
    marks: near ? [{ value: ceiling, label: `Ceiling ${compactAmount(ceilingWei)}` }] : [],
    tickText: ticks(points, near ? ceiling : 0),
  }
}

/** What rewards brought in, by round: the newest ninety. */
export function inflowChart(rounds: readonly TreasuryRound[]): ChartSpec {
  const points = pointsOf(rounds.slice(-mostBars), ({ rewardsWei }) => rewardsWei)
  return {
    name: 'Inflow from rewards',
    kind: 'bar',
    axis: { name: 'Round' },
    unit: 'LPT a round',
    points,
    tickText: ticks(points, 0),
  }
}
