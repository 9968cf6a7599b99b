import { ofP6, P6, P27, shareP27 } from './fixed-point'
import { type MinterState, mintableTokens, nextInflationP9 } from './inflation'
import { nextTreasuryRateP27, rewardSplit } from './reward-split'

/**
 * Where inflation goes: `rule` as the Minter has it (up below 50 % of the supply active, down above; contracts.md 3.3);
 * `never-rises` and `never-falls` take that rule one way only, for the ends of a range.
 */
export type InflationCourse = 'rule' | 'never-rises' | 'never-falls'

/** What a projection takes for granted about the network, all of it data. Nobody else bonds or unbonds meanwhile. */
export interface NetworkAssumptions {
  /** The Minter now; `activeStake` is that of the NEXT round, without the amount. */
  minter: MinterState
  inflation: InflationCourse
  /** Rounds projected, the next one first: stake bonded now earns from it. */
  rounds: number
  /** LPT wei that join the active set besides: the amount itself, unless it is bonded to an active orchestrator already. */
  addedStake: bigint
  /** Part of the mintable tokens that is minted: below 10^6 where orchestrators miss calls. */
  mintedShareP6: bigint
  /** Treasury cut of the next round, and what may end it: its balance and ceiling (0 = none), wei. */
  treasuryRewardCutRateP27: bigint
  treasuryBalance: bigint
  treasuryBalanceCeiling: bigint
}

/** One round of the network's path, the same for every orchestrator. */
export interface NetworkRound {
  inflationP9: bigint
  mintable: bigint
  activeStake: bigint
  treasuryRewardCutRateP27: bigint
}

/**
 * The coming rounds of the network: inflation moves by the rule on the stake of each round, rewards are bonded and added to the
 * supply, the treasury's cut ends in the round after its balance reached the ceiling (contracts.md 3.3, 6.2).
 */
export function networkPath(assumptions: NetworkAssumptions): NetworkRound[] {
  const { minter } = assumptions
  let { inflationP9, supply } = minter
  let activeStake = minter.activeStake + assumptions.addedStake
  let rate = assumptions.treasuryRewardCutRateP27
  let treasuryBalance = assumptions.treasuryBalance
  const path: NetworkRound[] = []
  for (let round = 0; round < assumptions.rounds; round++) {
    inflationP9 = taken(
      assumptions.inflation,
      inflationP9,
      nextInflationP9({ ...minter, inflationP9, supply, activeStake }),
    )
    const mintable = mintableTokens(supply, inflationP9)
    path.push({ inflationP9, mintable, activeStake, treasuryRewardCutRateP27: rate })
    const minted = activeStake === 0n ? 0n : ofP6(mintable, assumptions.mintedShareP6)
    const toTreasury = (minted * rate) / P27
    supply += minted
    activeStake += minted - toTreasury
    treasuryBalance += toTreasury
    rate = nextTreasuryRateP27({
      treasuryBalance,
      treasuryBalanceCeiling: assumptions.treasuryBalanceCeiling,
      nextRoundTreasuryRewardCutRateP27: rate,
    })
  }
  return path
}

function taken(course: InflationCourse, now: bigint, ruled: bigint): bigint {
  if (course === 'never-rises') return ruled > now ? now : ruled
  if (course === 'never-falls') return ruled < now ? now : ruled
  return ruled
}

/** What a projection takes for granted about one orchestrator. */
export interface PoolAssumptions {
  /** Its stake for the next round, without the amount, wei. */
  poolStake: bigint
  rewardCutP6: bigint
  /** Share of fees given to delegators. */
  feeShareP6: bigint
  /** Rounds in which it calls reward, out of 10^6; spread evenly. */
  callRatioP6: bigint
  /** Ticket face value it wins a round, wei of ETH: work does not grow with the stake, so the amount thins it out. */
  feesPerRound: bigint
}

/** What an amount would earn. */
export interface Projection {
  /** LPT wei of rewards, compounded: they are bonded as they come. */
  rewards: bigint
  /** Wei of ETH. */
  fees: bigint
  /** Rewards per LPT, base 10^27, rounded down. */
  lptP27: bigint
  /** ETH per LPT (wei per wei), base 10^27, rounded down. */
  ethPerLptP27: bigint
}

/** Whether the ratio puts a call in the round (counted from 0): calls are spread as evenly as whole rounds allow. */
export function isCalled(round: number, callRatioP6: bigint): boolean {
  return (BigInt(round + 1) * callRatioP6) / P6 > (BigInt(round) * callRatioP6) / P6
}

/**
 * An amount bonded now to an orchestrator, round by round with the contract's own arithmetic (contracts.md 6.2, 6.3): its reward
 * from its share of the round's stake, the treasury's part, the orchestrator's cut, growth of the pool by the rest and
 * by the cut, growth of the amount by the reward factor. The amount counts in pool and network from the first round on.
 * `calls` names the rounds with a reward call instead of the ratio; `rewardFactorP27` is the factor the amount starts from
 * (default 1), which only matters to the last wei.
 */
export function projectPool(
  path: readonly NetworkRound[],
  amount: bigint,
  pool: PoolAssumptions,
  exact: { calls?: readonly boolean[]; rewardFactorP27?: bigint } = {},
): Projection {
  const start = exact.rewardFactorP27 || P27
  const feesToDelegators = ofP6(pool.feesPerRound, pool.feeShareP6)
  let factor = start
  let feeGrowth = 0n
  let poolStake = pool.poolStake + amount
  path.forEach((round, index) => {
    if (poolStake === 0n || round.activeStake === 0n) return
    if (feesToDelegators > 0n) feeGrowth += shareP27(factor, feesToDelegators, poolStake)
    if (!(exact.calls?.[index] ?? isCalled(index, pool.callRatioP6))) return
    const split = rewardSplit({
      mintable: round.mintable,
      poolStake,
      activeStake: round.activeStake,
      treasuryRewardCutRateP27: round.treasuryRewardCutRateP27,
      rewardCutP6: pool.rewardCutP6,
      cumulativeRewards: 0n,
      previousRewardFactorP27: factor,
    })
    factor = split.rewardFactorP27
    poolStake += split.net
  })
  return {
    rewards: shareP27(amount, factor, start) - amount,
    fees: shareP27(amount, feeGrowth, start),
    lptP27: (factor * P27) / start - P27,
    ethPerLptP27: (feeGrowth * P27) / start,
  }
}
