import {
  type ChartPoint,
  type ChartSpec,
  niceTicks,
  plottedWei,
  withGaps,
} from '@/components/charts/chart-data'
import type { FeeDay } from '@/lib/data/orchestrating-history'
import type { OrchestratingRecord, RecordRound } from '@/lib/data/orchestrating-record'
import type { YieldPoint } from '@/lib/data/orchestrating-yields'
import { compactAmount, exactAmount } from '@/lib/format/amount'
import { formatDate, formatDateTime } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9 } from '@/lib/format/percent'
import type { CutsSet } from '@/lib/protocol/cut-safety'
import { P6 } from '@/lib/protocol/fixed-point'

const day = 86_400
/** Days the fee and cut charts go back. */
const feeChartDays = 90
const cutChartDays = 180

const label = (round: number) => `Round ${formatInteger(round)}`
const notActive = (round: number) => ({
  text: 'not active, or the round was never started',
  label: label(round),
})

function amountTicks(points: readonly ChartPoint[], fromZero: boolean) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const most = Math.max(0, ...values)
  const least = fromZero || values.length === 0 ? 0 : Math.min(...values)
  return niceTicks(least, most || 1).map((value) => ({
    value,
    text: value >= 1000 ? compactAmount(BigInt(Math.round(value)) * 10n ** 18n) : String(value),
  }))
}

function percentTicks(points: readonly ChartPoint[]) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  return niceTicks(0, Math.max(...values, 1)).map((value) => ({ value, text: `${value}%` }))
}

/** Stake at the start of each round in the active set; rounds outside of it are gaps. */
export function stakeChart(rounds: readonly RecordRound[]): ChartSpec {
  const points = rounds.map(
    ({ round, stakeWei }): ChartPoint => ({
      at: round,
      value: plottedWei(stakeWei),
      text: `${exactAmount(stakeWei)} LPT`,
      label: label(round),
    }),
  )
  return {
    name: 'Stake',
    kind: 'line',
    axis: { name: 'Round' },
    unit: 'LPT at the round’s start, by the index',
    points: withGaps(points, 1, notActive),
    tickText: amountTicks(points, false),
  }
}

function rewardPoint({ round, state, rewardWei }: RecordRound): ChartPoint {
  const at = { at: round, label: label(round) }
  if (state === 'open') return { ...at, value: null, text: 'not called yet', partial: true }
  if (state === 'missed') return { ...at, value: null, text: 'missed' }
  if (rewardWei === null) return { ...at, value: null, text: 'called, amount not indexed yet' }
  return { ...at, value: plottedWei(rewardWei), text: `${exactAmount(rewardWei)} LPT` }
}

/** LPT minted by each round's reward call; a missed round is a gap that says so when it is read. */
export function rewardChart(rounds: readonly RecordRound[]): ChartSpec {
  const points = rounds.map(rewardPoint)
  return {
    name: 'Rewards',
    kind: 'bar',
    axis: { name: 'Round' },
    unit: 'LPT minted, a missed round is a gap',
    points: withGaps(points, 1, notActive),
    tickText: amountTicks(points, true),
  }
}

/**
 * Ticket face value by UTC day, the last 90 days. A day without a row had no ticket, which the index knows: it is zero.
 * @param now chain time, Unix seconds
 */
export function feeChart(days: readonly FeeDay[], now: number): ChartSpec {
  const byDay = new Map(days.map((row) => [row.day, row.feesWei]))
  const today = Math.floor(now / day) * day
  const points = Array.from({ length: feeChartDays }, (_, place): ChartPoint => {
    const at = today - (feeChartDays - 1 - place) * day
    const wei = byDay.get(at) ?? 0n
    const point = { at, value: plottedWei(wei), text: `${exactAmount(wei)} ETH`, label: formatDate(at) }
    return at === today ? { ...point, partial: true } : point
  })
  return {
    name: 'Fees',
    kind: 'bar',
    axis: { name: 'Day (UTC)' },
    unit: 'ETH a day, face value of tickets',
    points: days.length === 0 ? [] : points,
    tickText: amountTicks(points, true),
  }
}

/** A cut of an orchestrator: what it keeps of rewards, or of fees. */
type CutKind = 'reward' | 'fee'

/**
 * A cut over the last 180 days: the one in force when they began, every change, and the present one, which the chain knows.
 * @param now chain time, Unix seconds
 */
export function cutChart(
  kind: CutKind,
  cuts: readonly CutsSet[],
  cutsNow: OrchestratingRecord['cutsNow'],
  now: number,
): ChartSpec {
  const cutP6 = (set: Omit<CutsSet, 'timestamp'>) =>
    kind === 'reward' ? set.rewardCutP6 : P6 - set.feeShareP6
  const opened = now - cutChartDays * day
  const point = (at: number, set: Omit<CutsSet, 'timestamp'>, words: string): ChartPoint => ({
    at,
    value: Number(cutP6(set)) / 10_000,
    text: percentP6(cutP6(set)),
    label: words,
  })
  const before = cuts.filter(({ timestamp }) => timestamp <= opened).at(-1)
  const inside = new Map(
    cuts
      .filter(({ timestamp }) => timestamp > opened && timestamp < now)
      .map((set) => [set.timestamp, point(set.timestamp, set, formatDateTime(set.timestamp))]),
  )
  const points = [
    ...(before ? [point(opened, before, formatDate(opened))] : []),
    ...inside.values(),
    point(now, cutsNow, formatDate(now)),
  ]
  return {
    name: kind === 'reward' ? 'Reward cut' : 'Fee cut',
    kind: 'step',
    axis: { name: 'From' },
    unit: '180 days',
    points,
    fromZero: true,
    tickText: percentTicks(points),
  }
}

/** Realised yield a year of the 30 rounds up to each round; the last point is the figure of the list. */
export function yieldChart(yields: readonly YieldPoint[]): ChartSpec {
  const points = yields.map(({ round, figure }): ChartPoint => {
    const at = { at: round, label: label(round) }
    if (figure.state === 'unknown') return { ...at, value: null, text: figure.reason }
    return { ...at, value: Number(figure.yearlyLptP9) / 1e7, text: percentP9(figure.yearlyLptP9) }
  })
  return {
    name: 'Realised yield',
    kind: 'line',
    axis: { name: 'Up to' },
    unit: 'a year, from the 30 rounds before',
    points: withGaps(points, 1, notActive),
    fromZero: true,
    tickText: percentTicks(points),
  }
}
