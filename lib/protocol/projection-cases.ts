import { P6 } from './fixed-point'
import type { MinterState } from './inflation'
import {
  type InflationCourse,
  type NetworkRound,
  networkPath,
  type PoolAssumptions,
  type Projection,
  projectPool,
} from './projection'
import { SECONDS_PER_BLOCK } from './rounds'

/** The careful, the plain and the favourable case of a projection. */
type ProjectionCase = 'low' | 'middle' | 'high'

/** State of the network that projections start from. */
export interface NetworkFacts {
  /** As `NetworkAssumptions.minter`: `activeStake` is that of the next round. */
  minter: MinterState
  /** Live treasury cut, and the next round's. */
  treasuryRewardCutRateP27: bigint
  nextTreasuryRewardCutRateP27: bigint
  treasuryBalance: bigint
  treasuryBalanceCeiling: bigint
  /** Recent reward calls of the whole set by stake, out of 10^6: the part of the mintable tokens that is minted. */
  mintedShareP6: bigint
}

/** Paths of the network in the three cases, shared by all orchestrators. */
export type CasePaths = Readonly<Record<ProjectionCase, readonly NetworkRound[]>>

const inflationCourse: Record<ProjectionCase, InflationCourse> = {
  low: 'never-rises',
  middle: 'rule',
  high: 'never-falls',
}

/**
 * Network in the three cases. Low: inflation follows the rule but never rises, the treasury takes the greater of its live and
 * next cut. Middle: the rule, the next cut. High: inflation never falls, the smaller cut.
 */
export function networkCases(facts: NetworkFacts, rounds: number, addedStake: bigint): CasePaths {
  const { treasuryRewardCutRateP27: live, nextTreasuryRewardCutRateP27: next } = facts
  const cuts: Record<ProjectionCase, bigint> = {
    low: live > next ? live : next,
    middle: next,
    high: live < next ? live : next,
  }
  const path = (name: ProjectionCase) =>
    networkPath({
      minter: facts.minter,
      inflation: inflationCourse[name],
      rounds,
      addedStake,
      mintedShareP6: facts.mintedShareP6,
      treasuryRewardCutRateP27: cuts[name],
      treasuryBalance: facts.treasuryBalance,
      treasuryBalanceCeiling: facts.treasuryBalanceCeiling,
    })
  return { low: path('low'), middle: path('middle'), high: path('high') }
}

/** What is known of an orchestrator; null: not known (no history, or its source did not answer). */
export interface PoolFacts {
  poolStake: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  /** Worst cuts of 180 days (`cutSafety`). */
  worstRewardCutP6: bigint | null
  worstFeeCutP6: bigint | null
  /** Calls out of the last 30 and 90 finished rounds. */
  callRatio30P6: bigint | null
  callRatio90P6: bigint | null
  /** Recent ticket face value a round, wei of ETH. */
  feesPerRound: bigint | null
}

/**
 * An orchestrator in the three cases. Low: its worst cuts of 180 days, the lower of its 30- and 90-round call ratios, no fees.
 * Middle: its cuts of today, its 90-round ratio, recent fees. High: today's cuts, every round called, recent fees.
 * A ratio that is not known counts as every round called, fees that are not known as none.
 */
export function poolCases(facts: PoolFacts): Record<ProjectionCase, PoolAssumptions> {
  const ratio = facts.callRatio90P6 ?? facts.callRatio30P6 ?? P6
  const ratio30 = facts.callRatio30P6 ?? ratio
  const worstFeeShareP6 = P6 - (facts.worstFeeCutP6 ?? P6 - facts.feeShareP6)
  const middle: PoolAssumptions = {
    poolStake: facts.poolStake,
    rewardCutP6: facts.rewardCutP6,
    feeShareP6: facts.feeShareP6,
    callRatioP6: ratio,
    feesPerRound: facts.feesPerRound ?? 0n,
  }
  return {
    low: {
      ...middle,
      rewardCutP6: greatest(facts.worstRewardCutP6 ?? 0n, facts.rewardCutP6),
      feeShareP6: worstFeeShareP6 < facts.feeShareP6 ? worstFeeShareP6 : facts.feeShareP6,
      callRatioP6: ratio30 < ratio ? ratio30 : ratio,
      feesPerRound: 0n,
    },
    middle,
    high: { ...middle, callRatioP6: P6 },
  }
}

const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** An amount's projection in the three cases. */
export type ProjectionRange = Readonly<Record<ProjectionCase, Projection>>

/** The three projections of an amount bonded to an orchestrator. */
export function projectRange(
  paths: CasePaths,
  amount: bigint,
  pools: Record<ProjectionCase, PoolAssumptions>,
): ProjectionRange {
  return {
    low: projectPool(paths.low, amount, pools.low),
    middle: projectPool(paths.middle, amount, pools.middle),
    high: projectPool(paths.high, amount, pools.high),
  }
}

/** Whole rounds in so many days, at 12 s a block. Throws RangeError for a round length of 0. */
export function roundsInDays(days: number, roundLength: bigint): number {
  return Number((BigInt(days) * 86_400n) / (roundLength * SECONDS_PER_BLOCK))
}

/**
 * Fees a round from those of the last days, rounded down: what `PoolFacts.feesPerRound` takes.
 */
export function feesPerRound(feesWei: bigint, days: number, roundLength: bigint): bigint {
  return (feesWei * roundLength * SECONDS_PER_BLOCK) / (BigInt(days) * 86_400n)
}
