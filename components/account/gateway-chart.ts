import { type ChartPoint, type ChartSpec, niceTicks, plottedWei } from '@/components/charts/chart-data'
import type { SpendDay } from '@/lib/data/gateway'
import { exactAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'

const day = 86_400

/**
 * What a gateway's tickets were worth by UTC day, from its first day in the window to today. A day without a row had no
 * ticket, which the index knows: it is zero, not a gap.
 * @param now chain time in Unix seconds
 */
export function spendChart(days: readonly SpendDay[], now: number): ChartSpec {
  const byDay = new Map(days.map((row) => [row.day, row]))
  const today = Math.floor(now / day) * day
  const first = days[0]?.day ?? today
  const points: ChartPoint[] = []
  for (let at = first; at <= today; at += day) {
    const wei = byDay.get(at)?.paidWei ?? 0n
    const point = { at, value: plottedWei(wei), text: `${exactAmount(wei)} ETH`, label: formatDate(at) }
    points.push(at === today ? { ...point, partial: true } : point)
  }
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0))
  return {
    name: 'Paid by day',
    kind: 'bar',
    axis: { name: 'Day (UTC)' },
    unit: 'ETH, face value of tickets',
    points: days.length === 0 ? [] : points,
    tickText: niceTicks(0, most || 1).map((value) => ({ value, text: String(value) })),
  }
}
