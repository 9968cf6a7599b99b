import { pointsP9 } from './fixed-point'
import { bondingRateP9 } from './inflation'

/**
 * Share of a total in base 10^9, rounded down: an orchestrator's part of the active stake, a delegator's part of its
 * orchestrator. Null when the total is 0: then no share exists, which is not the same as 0 %.
 */
export function stakeShareP9(stake: bigint, total: bigint): bigint | null {
  return total === 0n ? null : pointsP9(stake, total)
}

/** How far active stake is from the target bonding rate, and where inflation goes from there (contracts.md 3.3). */
export interface Participation {
  /** Active stake out of global supply, base 10^9. */
  rateP9: bigint
  targetP9: bigint
  /** Which way the next initialised round moves inflation. */
  inflationMoves: 'up' | 'down' | 'unchanged'
  /** Active stake at which the rate is exactly on target (rounded up to the wei), wei. */
  activeStakeAtTarget: bigint
}

/** Participation of the active stake against the target. */
export function participation(input: {
  activeStake: bigint
  supply: bigint
  targetBondingRateP9: bigint
}): Participation {
  const rateP9 = bondingRateP9(input.activeStake, input.supply)
  const target = input.targetBondingRateP9
  const scaled = input.supply * target
  return {
    rateP9,
    targetP9: target,
    inflationMoves: rateP9 < target ? 'up' : rateP9 > target ? 'down' : 'unchanged',
    activeStakeAtTarget: (scaled + 999_999_999n) / 1_000_000_000n,
  }
}
