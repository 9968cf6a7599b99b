import type { Address, Hex } from 'viem'
import type { RoundOutcome } from '@/lib/protocol/ledger-rounds'

/** A movement of principal or a withdrawal, with its transaction. */
export interface LedgerMovement {
  kind: MovementKind
  /** LPT moved; 0 for a withdrawal of fees. */
  amountWei: bigint
  /** ETH moved; 0 unless fees are withdrawn. */
  feesWei: bigint
  round: number
  timestamp: number
  block: number
  tx: Hex
  /** The other account: whom it was bonded to or taken from, who gave or got the stake, who got the fees. */
  counterparty: string | null
}

/** `bond`, `rebond`, `received` and `migrated` raise the stake, `unbond` and `given` lower it; the others do not touch it. */
export type MovementKind =
  | 'bond'
  | 'rebond'
  | 'received'
  | 'migrated'
  | 'unbond'
  | 'given'
  | 'withdraw-stake'
  | 'withdraw-fees'

/** Prices at a round; null = no honest source has one, never interpolated. */
export interface LedgerPrice {
  /** ETH for one LPT: the index's pool price when the round was initialised, decimal text. */
  lptEth: string | null
  /** USD for one ETH: fees of that UTC day in USD over the same in ETH, decimal text. */
  ethUsd: string | null
}

/** One round of an account's ledger (3.3). */
export interface LedgerLineView {
  round: number
  /** Unix seconds of the round's initialisation (of its first block while the index does not have the round yet). */
  startedAt: number
  /** The orchestrator's reward call where there was one, else the round's start: the time the line counts at. */
  timestamp: number
  /** Block and transaction of the reward call; null = none in this round. */
  block: number | null
  tx: Hex | null
  /** Whom the stake was with when the round began; null = nobody. */
  delegate: Address | null
  /** `unknown`: the index, which knows the orchestrator's calls, did not answer. */
  outcome: RoundOutcome | 'unknown'
  stakeAtStartWei: bigint
  stakeAtEndWei: bigint
  rewardWei: bigint
  feesWei: bigint
  principalInWei: bigint
  principalOutWei: bigint
  withdrawnFeesWei: bigint
  /** What the orchestrator's reward call minted, treasury part taken off; null = no call. */
  orchestratorRewardWei: bigint | null
  /** Face value of the tickets it redeemed in the round, ETH; null = not in the active set. */
  orchestratorFeesWei: bigint | null
  rewardCutP6: bigint | null
  feeCutP6: bigint | null
  /** Estimated LPT that did not come (missed call, or claimed ahead of it); null = nothing missed, or not known. */
  missedWei: bigint | null
  movements: readonly LedgerMovement[]
}

/** Sums over some lines. */
export interface LedgerTotalsView {
  /** `2026`, `2026-08` or `2026-08-04` (UTC); `all`. */
  period: string
  firstRound: number
  lastRound: number
  /** Rounds with stake. */
  rounds: number
  rewardWei: bigint
  feesWei: bigint
  principalInWei: bigint
  principalOutWei: bigint
  withdrawnFeesWei: bigint
  missedRounds: number
  /** Rounds whose reward came after a claim, so that it did not reach this stake. */
  earlyRounds: number
  /** Sum of the known estimates. */
  missedWei: bigint
  /** Rewards on the stake held, time-weighted, over the span. */
  yieldP9: bigint
}

/** An account's earnings ledger. */
export interface LedgerView {
  address: Address
  round: number
  /** The chain's pending figures at the view's block: the sums end in these. */
  pendingStakeWei: bigint
  pendingFeesWei: bigint
  /** Put in less taken out: pendingStake − Σ reward. */
  principalWei: bigint
  /** Every round with stake, fees or a movement, oldest first. */
  lines: readonly LedgerLineView[]
  totals: LedgerTotalsView
  /** The realised yield as one of 365 days, compounded (`yearlyYield`); null = no round with stake. */
  yearlyP9: bigint | null
  /** Rounds that passed while it had stake, whether initialised or not: what `yearlyP9` is of. */
  elapsedRounds: number
  /** False: the last line holds an amount that events and factors do not explain (a ticket that was paid in part, or is not indexed yet). */
  exact: boolean
  /** Prices of the lines asked for, by round. */
  prices: ReadonlyMap<number, LedgerPrice>
}
