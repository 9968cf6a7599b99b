import { P9, P27, powP27 } from './fixed-point'
import { SECONDS_PER_YEAR } from './inflation'
import { SECONDS_PER_BLOCK } from './rounds'
import type { Factors } from './types'

/**
 * What one LPT of stake earned over a span of rounds, from cumulative factors (contracts.md 6.1): rewards it grew by and fees
 * it was given. Independent of the amount: stake bonded before the span and left alone got exactly this.
 */
export interface RealisedYield {
  /** LPT earned per LPT, base 10^27, rounded down. */
  lptP27: bigint
  /** ETH earned per LPT (wei per wei), base 10^27, rounded down. */
  ethPerLptP27: bigint
}

/**
 * Yield between the ends of two rounds. `start` and `end` are the factors IN FORCE at those ends: of the last reward (fee) at
 * or before each, because a missed round stores 0 (`factorsAtPastRound`, contracts.md 6.4). A reward factor of 0 counts as 1.
 * Throws RangeError when a factor falls, which no orchestrator's can: the two were read of different chains.
 */
export function realisedYield(start: Factors, end: Factors): RealisedYield {
  const from = start.rewardFactorP27 || P27
  const to = end.rewardFactorP27 || P27
  if (to < from || end.feeFactorP27 < start.feeFactorP27)
    throw new RangeError('a cumulative factor is below the one before it')
  return {
    lptP27: (to * P27) / from - P27,
    ethPerLptP27: ((end.feeFactorP27 - start.feeFactorP27) * P27) / from,
  }
}

/** Finished rounds whose yield can be told: factors at the end of `startRound` and of `endRound`. */
export interface YieldSpan {
  startRound: bigint
  endRound: bigint
  /** endRound − startRound. */
  rounds: bigint
}

/** `new`: not yet in the set for long enough; `left`: not in the set in the last finished round. */
export type NoSpan = { state: 'none'; reason: 'new' | 'left' }

/** Fewest rounds that are told as a yield: below, chance of one call decides the figure. */
export const LEAST_YIELD_ROUNDS = 30n

/**
 * The last `windowRounds` finished rounds of an orchestrator's present time in the active set; fewer (at least
 * `LEAST_YIELD_ROUNDS`) when it joined inside the window. Rounds before it joined are no part of it: its stake earned nothing.
 */
export function yieldSpan(input: {
  currentRound: bigint
  windowRounds: bigint
  activationRound: bigint
  deactivationRound: bigint
}): ({ state: 'span' } & YieldSpan) | NoSpan {
  const endRound = input.currentRound - 1n
  if (input.deactivationRound <= endRound) return { state: 'none', reason: 'left' }
  const wanted = endRound - input.windowRounds
  const joined = input.activationRound - 1n
  const startRound = wanted > joined ? wanted : joined
  const rounds = endRound - startRound
  if (input.activationRound === 0n || startRound < 0n || rounds < LEAST_YIELD_ROUNDS)
    return { state: 'none', reason: 'new' }
  return { state: 'span', startRound, endRound, rounds }
}

/** A yield per LPT scaled to a year. */
export interface YearlyYield {
  /** Compounded growth in 365 days at the span's average growth per round, base 10^9, rounded down. */
  lptP9: bigint
  /** ETH per LPT in 365 days at the span's average, base 10^27, rounded down; fees do not compound. */
  ethPerLptP27: bigint
}

/**
 * A yield of `rounds` rounds as one of a year: the constant growth per round that gives it, compounded over the whole rounds of
 * 365 days at 12 s a block and counted linearly over the rest. Fees are scaled linearly.
 * Throws RangeError for a span or round length of 0.
 */
export function yearlyYield(realised: RealisedYield, rounds: bigint, roundLength: bigint): YearlyYield {
  if (rounds <= 0n || roundLength <= 0n) throw new RangeError('a yield needs rounds of some length')
  const roundSeconds = roundLength * SECONDS_PER_BLOCK
  const growthP27 = rootP27(P27 + realised.lptP27, rounds)
  const whole = powP27(growthP27, SECONDS_PER_YEAR / roundSeconds)
  const rest = P27 + ((growthP27 - P27) * (SECONDS_PER_YEAR % roundSeconds)) / roundSeconds
  return {
    lptP9: ((whole * rest) / P27 - P27) / (P27 / P9),
    ethPerLptP27: (realised.ethPerLptP27 * SECONDS_PER_YEAR) / (roundSeconds * rounds),
  }
}

/** The greatest x with x^degree ≤ value, base 10^27; value ≥ 1. */
function rootP27(value: bigint, degree: bigint): bigint {
  let low = P27
  // (1 + (v − 1)/n)^n ≥ v: the linear share is an upper bound, two digits more against the roundings of powP27.
  let high = P27 + (value - P27) / degree + 100n
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (powP27(middle, degree) <= value) low = middle
    else high = middle - 1n
  }
  return low
}
