import { ofP6, ofP27, P27, shareP27 } from './fixed-point'
import type { Factors } from './types'

/** What a redeemed ticket's fees are divided by: the state just before it (contracts.md 6.3). */
export interface FeeInput {
  /** Fees paid, wei of ETH. */
  fees: bigint
  round: bigint
  lastRewardRound: bigint
  /** Stake of this round's earnings pool (`stakeInRound`), wei. */
  poolStake: bigint
  /** Cuts in force: the pool's after this round's reward, otherwise the orchestrator's current ones. */
  feeShareP6: bigint
  rewardCutP6: bigint
  cumulativeRewards: bigint
  activeCumulativeRewards: bigint
  cumulativeFees: bigint
  /** Stored factors of this round (0 = never written). */
  atRound: Factors
  /** `latestFactors` at the round before. */
  before: Factors
  /** For the estimate of a missed previous factor: this round's minting figures. */
  mintable: bigint
  activeStake: bigint
  treasuryRewardCutRateP27: bigint
}

/** Where a ticket's fees go, wei of ETH. */
export interface FeeSplit {
  delegators: bigint
  commission: bigint
  /** The part of `delegators` that belongs to the orchestrator's unclaimed cumulative rewards. */
  own: bigint
  /** Its `cumulativeFees` afterwards. */
  cumulativeFees: bigint
  /** Reward factor the fees were scaled by; differs from the stored one when it had to be estimated. */
  usedRewardFactorP27: bigint
  estimated: boolean
  incrementP27: bigint
  /** Fee factor stored for this round afterwards. */
  feeFactorP27: bigint
}

/**
 * The arithmetic of `updateTranscoderWithFees`, to the wei (contracts.md 6.3 steps 1 to 6).
 * Throws RangeError when poolStake is 0: such an orchestrator cannot be active.
 */
export function feeSplit(input: FeeInput): FeeSplit {
  const rewardedThisRound = input.lastRewardRound === input.round
  const activeRewards = rewardedThisRound ? input.activeCumulativeRewards : input.cumulativeRewards
  const estimated = input.before.rewardFactorP27 === 0n && rewardedThisRound
  const usedRewardFactorP27 = estimated
    ? estimatedPreviousFactorP27(input)
    : input.before.rewardFactorP27 || P27
  const delegators = ofP6(input.fees, input.feeShareP6)
  const commission = input.fees - delegators
  const own = shareP27(delegators, activeRewards, input.poolStake)
  const incrementP27 = shareP27(usedRewardFactorP27, delegators, input.poolStake)
  const stored = input.atRound.feeFactorP27
  return {
    delegators,
    commission,
    own,
    cumulativeFees: input.cumulativeFees + own + commission,
    usedRewardFactorP27,
    estimated,
    incrementP27,
    feeFactorP27: (stored === 0n ? input.before.feeFactorP27 : stored) + incrementP27,
  }
}

/**
 * The reward factor before this round's reward, worked back from it: used when the previous round has none stored
 * (contracts.md 6.3 step 3). Works with 27 digits where the Minter works with 9, so it is close to the true one, not equal.
 */
function estimatedPreviousFactorP27(input: FeeInput): bigint {
  const total = shareP27(input.mintable, input.poolStake, input.activeStake)
  const net = total - ofP27(total, input.treasuryRewardCutRateP27)
  const delegators = net - ofP6(net, input.rewardCutP6)
  const factor = shareP27(input.atRound.rewardFactorP27, input.poolStake, delegators + input.poolStake)
  return factor || P27
}
