import { MINUS } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'
import type { LastWhole } from '@/lib/protocol/day-series'
import { P9 } from '@/lib/protocol/fixed-point'

/** The newest whole figure of a chart and how it stands to the one before it. */
export interface TrendFigure {
  value: string
  /** The day, week or round it is of. */
  when: string
  /** Sign, size and word; never of a day that still runs. */
  change: string
}

/** How the size of a change is written. */
export type ChangeSize = 'relative' | 'points' | 'count'

/** Size without its sign; null: it has none that can be written (more than nothing). */
function sizeOf(difference: bigint, before: bigint, as: ChangeSize): string | null {
  const size = difference < 0n ? -difference : difference
  if (as === 'count') return size.toString()
  // Of shares out of 10^9: a hundredth of a percent point is worth saying, also where the share itself is small.
  if (as === 'points') return `${percentP9(size, { places: size < 100_000n ? 5 : 2 }).slice(0, -1)} points`
  return before === 0n ? null : percentP9((size * P9) / before)
}

/**
 * A change in words: "+3.21%, more than the day before".
 * @param span what is compared
 */
export function changeWords(
  { value, before }: Pick<LastWhole, 'value' | 'before'>,
  as: ChangeSize,
  span: 'day' | 'week' | 'round',
): string {
  if (before === null) return `the ${span} before is not known`
  if (value === before) return `the same as the ${span} before`
  const up = value > before
  const size = sizeOf(value - before, before, as)
  const word = `${up ? 'more' : 'less'} than the ${span} before`
  return size === null ? word : `${signed(size, up)}, ${word}`
}

/** "< 0.01%" becomes "under +0.01%". */
function signed(size: string, up: boolean): string {
  const sign = up ? '+' : MINUS
  return size.startsWith('< ') ? `under ${sign}${size.slice(2)}` : `${sign}${size}`
}
