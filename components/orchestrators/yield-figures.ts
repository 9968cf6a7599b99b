import type { CellFigures } from '@/components/orchestrators/cell-figures'
import type { OrchestratorRow, YieldFigure } from '@/lib/data/types'
import { fixedAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'
import { countOf } from '@/lib/format/number'
import { percentP6, percentP9, percentP27 } from '@/lib/format/percent'
import { P27 } from '@/lib/protocol/fixed-point'
import type { ProjectionRange } from '@/lib/protocol/projection-cases'

const thousand = 1_000n * 10n ** 18n

/** ETH that 1,000 LPT earned, from a yield in ETH per LPT. */
export const ethPerThousand = (ethPerLptP27: bigint): bigint => (thousand * ethPerLptP27) / P27

/** Realised yield a year with the span it is of. */
export function paidFigures(figure: YieldFigure, window: number): CellFigures {
  if (figure.state === 'unknown') return { kind: 'unknown', reason: figure.reason }
  return {
    kind: 'paid',
    text: percentP9(figure.yearlyLptP9),
    span: percentP27(figure.lptP27, { places: 4 }),
    rounds: figure.rounds,
    shorter: figure.rounds < window,
  }
}

/** Fees that reached 1,000 LPT, ETH a year. */
export function feeYieldFigures(figure: YieldFigure): CellFigures {
  if (figure.state === 'unknown') return { kind: 'unknown', reason: figure.reason }
  if (figure.yearlyEthPerLptP27 === null) return { kind: 'unknown', reason: 'Not known without the index' }
  const eth = ethPerThousand(figure.yearlyEthPerLptP27)
  return {
    kind: 'figure',
    text: fixedAmount(eth, 4),
    title: `From the fees of the last ${countOf(figure.rounds, 'round')}, scaled to a year`,
    zero: eth === 0n,
  }
}

/** A projection's middle case and its range. */
export function projectedFigures(range: ProjectionRange | null): CellFigures {
  if (!range)
    return { kind: 'unknown', reason: 'Not in the next round’s active set: stake with it earns nothing' }
  const { low, middle, high } = range
  return {
    kind: 'projected',
    text: percentP27(middle.lptP27),
    low: percentP27(low.lptP27, { places: 1 }).replace('%', ''),
    high: percentP27(high.lptP27, { places: 1 }),
    title: `${fixedAmount(middle.rewards)} LPT and ${fixedAmount(middle.fees, 5)} ETH; from ${fixedAmount(low.rewards)} to ${fixedAmount(high.rewards)} LPT`,
  }
}

/** What a cut was in 180 days, in words; null when nothing speaks against it. */
export function cutHistoryWords(row: OrchestratorRow, kind: 'reward' | 'fee'): string | null {
  const { cutSafety } = row
  if (!cutSafety) return null
  const now = kind === 'reward' ? row.rewardCutP6 : row.feeCutP6
  const worst = kind === 'reward' ? cutSafety.worstRewardCutP6 : cutSafety.worstFeeCutP6
  const rise = cutSafety.lastRise?.kind === kind ? cutSafety.lastRise : null
  if (worst <= now && !rise) return null
  const parts = [
    worst > now ? `Was ${percentP6(worst, { trim: true })} within 180 days` : null,
    rise &&
      `rose from ${percentP6(rise.fromP6, { trim: true })} to ${percentP6(rise.toP6, { trim: true })} on ${formatDate(rise.timestamp)}`,
    countOf(cutSafety.changes, 'change'),
  ]
  return parts.filter(Boolean).join('; ')
}

/** A cut with its highest of 180 days where it was higher then or has risen. */
export function cutFigures(row: OrchestratorRow, kind: 'reward' | 'fee'): CellFigures {
  const now = kind === 'reward' ? row.rewardCutP6 : row.feeCutP6
  const words = cutHistoryWords(row, kind)
  const worst = kind === 'reward' ? row.cutSafety?.worstRewardCutP6 : row.cutSafety?.worstFeeCutP6
  const text = percentP6(now)
  if (words === null) return { kind: 'cut', text }
  return { kind: 'cut', text, worst: percentP6(worst ?? now, { trim: true }), words }
}
