import { ofP6, ofP27, P27, shareP9, shareP27 } from './fixed-point'

/** What a reward call divides: the state just before it (contracts.md 6.2). */
export interface RewardInput {
  /** `Minter.currentMintableTokens`, wei. */
  mintable: bigint
  /** Stake of the orchestrator in this round's earnings pool (`stakeInRound`), wei. */
  poolStake: bigint
  /** `currentRoundTotalActiveStake`, wei; above 0 whenever somebody is active. */
  activeStake: bigint
  /** The live `treasuryRewardCutRate` (a rate changed in this round applies from the next). */
  treasuryRewardCutRateP27: bigint
  /** The orchestrator's current reward cut: the share it keeps. */
  rewardCutP6: bigint
  /** Its `cumulativeRewards` before the call. */
  cumulativeRewards: bigint
  /** Reward factor of its previous reward round; 0 counts as 1. */
  previousRewardFactorP27: bigint
}

/** Where one round's reward of an orchestrator goes, wei. */
export interface RewardSplit {
  /** Minted in all. */
  total: bigint
  treasury: bigint
  /** What the Reward event says and delegated stake grows by: total − treasury. */
  net: bigint
  /** Kept by the orchestrator as its cut. */
  commission: bigint
  /** Shared over the pool's stake by the reward factor. */
  delegators: bigint
  /** The part of `delegators` that belongs to the orchestrator's unclaimed cumulative rewards. */
  own: bigint
  /** Its `cumulativeRewards` after the call. */
  cumulativeRewards: bigint
  /** Its `activeCumulativeRewards` after the call. */
  activeCumulativeRewards: bigint
  /** Reward factor stored for this round. */
  rewardFactorP27: bigint
}

/**
 * The arithmetic of `reward`, to the wei (contracts.md 6.2 steps 3 to 9).
 * Throws RangeError when poolStake or activeStake is 0: such an orchestrator cannot be active.
 */
export function rewardSplit(input: RewardInput): RewardSplit {
  const total = shareP9(input.mintable, input.poolStake, input.activeStake)
  const treasury = ofP27(total, input.treasuryRewardCutRateP27)
  const net = total - treasury
  const commission = ofP6(net, input.rewardCutP6)
  const delegators = net - commission
  const own = shareP27(delegators, input.cumulativeRewards, input.poolStake)
  const previous = input.previousRewardFactorP27 || P27
  return {
    total,
    treasury,
    net,
    commission,
    delegators,
    own,
    cumulativeRewards: input.cumulativeRewards + own + commission,
    activeCumulativeRewards: input.cumulativeRewards,
    rewardFactorP27: previous + shareP27(previous, delegators, input.poolStake),
  }
}

/**
 * Stake that counts for an orchestrator in round R: the pool's own figure, or that of its last stake change when the pool
 * of R was not touched yet (contracts.md 6.2 step 1).
 */
export function stakeInRound(input: {
  round: bigint
  lastActiveStakeUpdateRound: bigint
  /** Stored total stake of the pool of `round`. */
  atRound: bigint
  /** Stored total stake of the pool of `lastActiveStakeUpdateRound`. */
  atLastUpdate: bigint
}): bigint {
  return input.lastActiveStakeUpdateRound < input.round ? input.atLastUpdate : input.atRound
}

/**
 * The treasury cut after this round's first reward call: once the treasury holds the ceiling (> 0) the NEXT round's rate
 * becomes 0; the running round keeps its rate (contracts.md 6.2 step 2).
 */
export function nextTreasuryRateP27(input: {
  treasuryBalanceCeiling: bigint
  treasuryBalance: bigint
  nextRoundTreasuryRewardCutRateP27: bigint
}): bigint {
  const full = input.treasuryBalanceCeiling > 0n && input.treasuryBalance >= input.treasuryBalanceCeiling
  return full ? 0n : input.nextRoundTreasuryRewardCutRateP27
}
