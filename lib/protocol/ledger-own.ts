import { ofP6, shareP27 } from './fixed-point'
import type { EarningsPool } from './types'

/**
 * An orchestrator's unclaimed own part (contracts.md 6.2 step 8, 6.3 step 5): its cut of rewards and fees and what that part
 * earned itself. The chain keeps only today's figure, so the past is replayed from rewards and tickets.
 */
export interface OwnPart {
  cumulativeRewards: bigint
  activeCumulativeRewards: bigint
  cumulativeFees: bigint
  /** 0: never called. */
  lastRewardRound: bigint
}

/** Before the first reward or ticket. */
export const NO_OWN_PART: OwnPart = {
  cumulativeRewards: 0n,
  activeCumulativeRewards: 0n,
  cumulativeFees: 0n,
  lastRewardRound: 0n,
}

/**
 * The own part after a reward call.
 * @param amountWei of the Reward event (treasury part already taken off)
 * @param pool stored earnings pool of that round: what it says of stake and cut no longer changes after the call
 */
export function ownAfterReward(own: OwnPart, amountWei: bigint, pool: EarningsPool, round: bigint): OwnPart {
  const commission = ofP6(amountWei, pool.rewardCutP6)
  return {
    ...own,
    cumulativeRewards:
      own.cumulativeRewards +
      commission +
      shareOfPool(amountWei - commission, own.cumulativeRewards, pool.totalStake),
    activeCumulativeRewards: own.cumulativeRewards,
    lastRewardRound: round,
  }
}

/** The own part after a redeemed ticket that paid `feesWei` (ETH) in `round`. */
export function ownAfterTicket(own: OwnPart, feesWei: bigint, pool: EarningsPool, round: bigint): OwnPart {
  const delegators = ofP6(feesWei, pool.feeShareP6)
  // Until this round's reward call all of the unclaimed part counts, after it only what stood before the call.
  const counting = round > own.lastRewardRound ? own.cumulativeRewards : own.activeCumulativeRewards
  return {
    ...own,
    cumulativeFees:
      own.cumulativeFees + (feesWei - delegators) + shareOfPool(delegators, counting, pool.totalStake),
  }
}

/** The own part after the orchestrator claimed: paid out, `activeCumulativeRewards` stays (contracts.md 5.5). */
export function ownAfterClaim(own: OwnPart): OwnPart {
  return { ...own, cumulativeRewards: 0n, cumulativeFees: 0n }
}

function shareOfPool(amountWei: bigint, partWei: bigint, totalWei: bigint): bigint {
  return totalWei === 0n ? 0n : shareP27(amountWei, partWei, totalWei)
}
