/** Arguments of the events that handlers take, as decoded: addresses lower-case, numbers as bigint. */
export interface BondArgs {
  readonly newDelegate: string
  readonly oldDelegate: string
  readonly delegator: string
  readonly additionalAmount: bigint
  readonly bondedAmount: bigint
}

/** Arguments of Unbond, and of Rebond but for the round. */
export interface UnbondArgs {
  readonly delegate: string
  readonly delegator: string
  readonly unbondingLockId: bigint
  readonly amount: bigint
  readonly withdrawRound: bigint
}

export type RebondArgs = Omit<UnbondArgs, 'withdrawRound'>

export interface TransferBondArgs {
  readonly oldDelegator: string
  readonly newDelegator: string
  readonly oldUnbondingLockId: bigint
  readonly newUnbondingLockId: bigint
  readonly amount: bigint
}

export interface WithdrawStakeArgs {
  readonly delegator: string
  readonly unbondingLockId: bigint
  readonly amount: bigint
}

export interface WithdrawFeesArgs {
  readonly delegator: string
  readonly recipient: string
  readonly amount: bigint
}

export interface EarningsClaimedArgs {
  readonly delegate: string
  readonly delegator: string
  readonly rewards: bigint
  readonly fees: bigint
  readonly startRound: bigint
  readonly endRound: bigint
}

export interface RewardArgs {
  readonly transcoder: string
  readonly amount: bigint
}
