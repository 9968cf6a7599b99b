import { P6, P9, P27 } from '@/lib/protocol/fixed-point'
import { groupDigits, MINUS } from './number'

/** How a percentage is written. */
export interface PercentOptions {
  /** Decimals after the point; default 2. */
  places?: number
  /** Drop trailing zeros: "14%" instead of "14.00%". */
  trim?: boolean
}

/**
 * A share out of `base` as a percentage: "52.31%". Rounded toward zero, so that 100 % is shown only when it is whole;
 * above zero but below the last digit reads "< 0.01%".
 */
export function formatPercent(points: bigint, base: bigint, options: PercentOptions = {}): string {
  const { places = 2, trim = false } = options
  const size = points < 0n ? -points : points
  const sign = points < 0n ? MINUS : ''
  const scale = 10n ** BigInt(places)
  const shown = (size * 100n * scale) / base
  if (shown === 0n && size > 0n) {
    const smallest = places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`
    return sign === '' ? `< ${smallest}%` : `> ${sign}${smallest}%`
  }
  const whole = groupDigits((shown / scale).toString())
  const digits = (shown % scale).toString().padStart(places, '0')
  const fraction = places === 0 ? '' : trim ? digits.replace(/0+$/, '') : digits
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}%`
}

/** A rate out of 10^6 (reward cut, fee share, quorum) as a percentage. */
export function percentP6(pointsP6: bigint, options?: PercentOptions): string {
  return formatPercent(pointsP6, P6, options)
}

/** A rate out of 10^9 (inflation, bonding rate) as a percentage. */
export function percentP9(pointsP9: bigint, options?: PercentOptions): string {
  return formatPercent(pointsP9, P9, options)
}

/** A rate out of 10^27 (treasury cut) as a percentage. */
export function percentP27(pointsP27: bigint, options?: PercentOptions): string {
  return formatPercent(pointsP27, P27, options)
}
