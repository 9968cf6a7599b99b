/** The chain's records as plain values, in the contract's units: token and ETH amounts in wei, rounds as bigint. */

export type Address = `0x${string}`

/** The zero address: "no delegate", "no hint". */
export const ZERO_ADDRESS: Address = '0x0000000000000000000000000000000000000000'

/** Whether two addresses are the same account, whatever their letter case. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** `BondingManager.getDelegator`: stored values, without pending earnings (contracts.md 5.2). */
export interface DelegatorRecord {
  bondedAmount: bigint
  fees: bigint
  delegateAddress: Address
  /** Stake delegated TO this account, its own included. */
  delegatedAmount: bigint
  startRound: bigint
  lastClaimRound: bigint
  nextUnbondingLockId: bigint
}

/** `BondingManager.getTranscoder` (contracts.md 5.2). */
export interface TranscoderRecord {
  lastRewardRound: bigint
  /** Share of rewards the orchestrator keeps. */
  rewardCutP6: bigint
  /** Share of fees given to delegators. */
  feeShareP6: bigint
  lastActiveStakeUpdateRound: bigint
  activationRound: bigint
  deactivationRound: bigint
  activeCumulativeRewards: bigint
  cumulativeRewards: bigint
  cumulativeFees: bigint
  lastFeeRound: bigint
}

/** Cumulative factors of one orchestrator in one round; 0 means "never written" (contracts.md 6.1). */
export interface Factors {
  rewardFactorP27: bigint
  feeFactorP27: bigint
}

/** `BondingManager.getTranscoderEarningsPoolForRound` (contracts.md 5.2), 0 where never written. */
export interface EarningsPool extends Factors {
  totalStake: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
}

/** One unbonding lock; amount 0 and withdrawRound 0 when it never existed or was consumed. */
export interface UnbondingLock {
  id: bigint
  amount: bigint
  withdrawRound: bigint
}

/** One member of the sorted candidate pool: its key is its delegated stake. */
export interface PoolNode {
  id: Address
  stake: bigint
}
