import type { RoundView } from '@/lib/data/types'
import { decimalToWei } from '@/lib/format/decimal'
import { SourceError } from '@/lib/network/source-error'
import type { IndexedAt } from '@/lib/subgraph/meta'

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

/**
 * The round in which the index stood when it answered, by the time of its block: of this round and later ones it does
 * not know everything, so that a reward call it lacks there is not a missed one.
 * @param now chain time in Unix seconds that `round` was read at
 */
export function indexedRound(
  at: Pick<IndexedAt, 'timestamp'>,
  round: Pick<RoundView, 'number' | 'blocksDone' | 'lengthBlocks' | 'secondsPerBlock'>,
  now: number,
): number {
  const began = now - round.blocksDone * round.secondsPerBlock
  const roundSeconds = Math.max(1, round.lengthBlocks * round.secondsPerBlock)
  return round.number - Math.max(0, Math.ceil((began - at.timestamp) / roundSeconds))
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
