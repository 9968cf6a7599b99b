import { ofP9, P9, P27, pointsP9, powP27 } from './fixed-point'
import { SECONDS_PER_BLOCK } from './rounds'

/** The Minter's settings and the two totals it looks at (contracts.md 3.3). */
export interface MinterState {
  inflationP9: bigint
  inflationChangeP9: bigint
  targetBondingRateP9: bigint
  /** `getTotalBonded`: ACTIVE stake of the round, wei. */
  activeStake: bigint
  /** `getGlobalTotalSupply`: L2 supply plus L1 circulating supply, wei. */
  supply: bigint
}

/** Active stake out of global supply in base 10^9, rounded down; 0 when there is no supply (contracts.md 3.3). */
export function bondingRateP9(activeStake: bigint, supply: bigint): bigint {
  return supply === 0n ? 0n : pointsP9(activeStake, supply)
}

/**
 * Inflation of the round about to be initialised: one step up below the target, one step down above it (never below 0),
 * unchanged at exactly the target (contracts.md 3.3). It moves only when a round is initialised.
 */
export function nextInflationP9(minter: MinterState): bigint {
  const rate = bondingRateP9(minter.activeStake, minter.supply)
  if (rate < minter.targetBondingRateP9) return minter.inflationP9 + minter.inflationChangeP9
  if (rate === minter.targetBondingRateP9) return minter.inflationP9
  return minter.inflationP9 > minter.inflationChangeP9 ? minter.inflationP9 - minter.inflationChangeP9 : 0n
}

/** LPT that may be minted in a round at this inflation, wei, rounded down (contracts.md 3.3). */
export function mintableTokens(supply: bigint, inflationP9: bigint): bigint {
  return ofP9(supply, inflationP9)
}

/** What initialising the next round will set, from the state in force when it happens. */
export interface Issuance {
  bondingRateP9: bigint
  inflationP9: bigint
  mintable: bigint
}

/** Bonding rate, new inflation and mintable tokens that `setCurrentRewardTokens` would set (contracts.md 3.3). */
export function nextIssuance(minter: MinterState): Issuance {
  const inflationP9 = nextInflationP9(minter)
  return {
    bondingRateP9: bondingRateP9(minter.activeStake, minter.supply),
    inflationP9,
    mintable: mintableTokens(minter.supply, inflationP9),
  }
}

/** A year of 365 days, in seconds. */
export const SECONDS_PER_YEAR = 31_536_000n

/** Inflation of one round times the rounds in 365 days (12 s a block), base 10^9, rounded down; rate held, not compounded. */
export function simpleYearlyP9(inflationP9: bigint, roundLength: bigint): bigint {
  return (inflationP9 * SECONDS_PER_YEAR) / (roundLength * SECONDS_PER_BLOCK)
}

/**
 * Growth of the supply over 365 days when the rate holds and every round compounds, base 10^9, rounded down.
 * Whole rounds compound; the rest of the year counts linearly. Worked in base 10^27, so that 10^9 figures are exact.
 */
export function compoundedYearlyP9(inflationP9: bigint, roundLength: bigint): bigint {
  const roundSeconds = roundLength * SECONDS_PER_BLOCK
  const wholeRounds = SECONDS_PER_YEAR / roundSeconds
  const restSeconds = SECONDS_PER_YEAR % roundSeconds
  const step = P27 + inflationP9 * (P27 / P9)
  const whole = powP27(step, wholeRounds)
  const rest = P27 + (inflationP9 * (P27 / P9) * restSeconds) / roundSeconds
  return ((whole * rest) / P27 - P27) / (P27 / P9)
}

/** One round of a projected path. */
export interface InflationStep {
  /** 1 for the next round to be initialised. */
  roundsAhead: number
  inflationP9: bigint
  mintable: bigint
  /** Supply after the round, all mintable tokens minted. */
  supplyAfter: bigint
}

/**
 * Inflation and supply of the coming rounds when the bonding rate is held at `bondingRateP9` (default: today's) and every
 * mintable token is minted: the what-if of the protocol page, and the base of projections. Each step is contracts.md 3.3.
 */
export function inflationPath(
  minter: MinterState,
  rounds: number,
  heldBondingRateP9?: bigint,
): InflationStep[] {
  const rate = heldBondingRateP9 ?? bondingRateP9(minter.activeStake, minter.supply)
  const path: InflationStep[] = []
  let inflationP9 = minter.inflationP9
  let supply = minter.supply
  for (let roundsAhead = 1; roundsAhead <= rounds; roundsAhead++) {
    // A rate held exactly: activeStake = rate, supply = P9 gives that rate without rounding.
    inflationP9 = nextInflationP9({ ...minter, inflationP9, activeStake: rate, supply: P9 })
    const mintable = mintableTokens(supply, inflationP9)
    supply += mintable
    path.push({ roundsAhead, inflationP9, mintable, supplyAfter: supply })
  }
  return path
}
