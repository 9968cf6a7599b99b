import { decimalToWei } from '@/lib/format/decimal'
import { SourceError } from '@/lib/network/source-error'

/**
 * An amount of the index (decimal text in whole tokens) as wei, exactly.
 * @throws SourceError when the text is no plain decimal
 */
export function indexWei(text: string): bigint {
  const wei = decimalToWei(text)
  if (wei === null) throw malformed(text)
  return wei
}

/**
 * A round id or count of the index as a number.
 * @throws SourceError when it is no whole number a round can be
 */
export function indexNumber(text: string): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value)) throw malformed(text)
  return value
}

/** Sum of amounts of the index, wei. */
export function sumIndexWei(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => sum + indexWei(text), 0n)
}

function malformed(text: string): SourceError {
  return new SourceError(
    `The index gave a figure that is no number: ${text.slice(0, 40)}.`,
    'Try again later; the operator can check the subgraph.',
  )
}

/** Unix seconds of the first of the last `days` days (UTC, today included), for fee-day rows. */
export function feeDaysSince(now: number, days: number): number {
  const day = 86_400
  return (Math.floor(now / day) - (days - 1)) * day
}
