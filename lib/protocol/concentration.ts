import { P6 } from './fixed-point'

/**
 * How many of the largest holders together hold more than a share of the total: the Nakamoto coefficient at that share.
 *
 * @param amounts holdings in any one unit, in any order, not negative
 * @param shareP6 share out of 10^6 that has to be exceeded (`atLeast`: reached)
 * @returns null when nothing is held, so that no number of holders exceeds anything
 */
export function nakamoto(amounts: readonly bigint[], shareP6: bigint, atLeast = false): number | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  if (total === 0n) return null
  let held = 0n
  for (const [index, amount] of amounts.toSorted((a, b) => (a === b ? 0 : a > b ? -1 : 1)).entries()) {
    held += amount
    const more = held * P6 - total * shareP6
    if (more > 0n || (atLeast && more === 0n)) return index + 1
  }
  return null
}

/**
 * Gini coefficient of holdings, base 10^6, rounded down: 0 when all hold the same, near 1 when one holds everything
 * (half the mean absolute difference over the mean).
 *
 * @param amounts holdings in any one unit, in any order, not negative
 * @returns null when nobody holds anything
 */
export function giniP6(amounts: readonly bigint[]): bigint | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  if (total === 0n) return null
  const count = BigInt(amounts.length)
  // Σ (2i − n − 1)·x_i over ascending x, i from 1, is Σ of all pairwise differences.
  const weighted = amounts
    .toSorted((a, b) => (a === b ? 0 : a < b ? -1 : 1))
    .reduce((sum, amount, index) => sum + (2n * BigInt(index + 1) - count - 1n) * amount, 0n)
  return (weighted * P6) / (count * total)
}

/** Share of the total that the `count` largest hold, base 10^6, rounded down; null when nothing is held. */
export function topShareP6(amounts: readonly bigint[], count: number): bigint | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  if (total === 0n) return null
  const top = amounts.toSorted((a, b) => (a === b ? 0 : a > b ? -1 : 1)).slice(0, count)
  return (top.reduce((sum, amount) => sum + amount, 0n) * P6) / total
}
