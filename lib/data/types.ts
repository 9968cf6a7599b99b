import type { Address } from 'viem'
import type { CutSafety } from '@/lib/protocol/cut-safety'
import type { NetworkFacts, ProjectionRange } from '@/lib/protocol/projection-cases'

/*
 * Views that pages show. Conventions for every field:
 * - `…Wei` is an 18-decimal integer amount, LPT unless the name says `fees`/`eth` (then ETH).
 * - `…P6`, `…P9`, `…P27` are shares over 10^6, 10^9, 10^27.
 * - rounds, block numbers and Unix seconds are plain numbers (safe integers, checked where they are read).
 * - `null` means "not known" (its source is missing or failed, see `sources`), never zero and never "none";
 *   a field whose null means something else says so.
 */

/** Where a figure was read. */
export type SourceName = 'chain' | 'subgraph'

/** What one source said while a view was made. */
export type SourceNote =
  | { source: SourceName; state: 'ok'; block: number; timestamp: number }
  /** Answers, but its newest block is old; figures from it are shown with this note. */
  | { source: SourceName; state: 'behind'; block: number; timestamp: number; reason: string }
  /** Not configured: `next` says what a key or an endpoint would add. */
  | { source: SourceName; state: 'missing'; reason: string; next: string }
  | { source: SourceName; state: 'failed'; reason: string; next: string }

/** Block and time a view stands for. `timestamp` is chain time in Unix seconds: use it as "now" for ages and countdowns. */
export interface AsOf {
  /** Block number of the chain that `eth_blockNumber` counts (L2 on Arbitrum). */
  block: number
  timestamp: number
  sources: readonly SourceNote[]
}

/** An expected failure as a value: a sentence for the reader and what to do next. */
export interface Failure {
  reason: string
  next: string
  /** What the source itself said: for the report that can be copied, never for a sentence. */
  detail?: string | null
}

/**
 * A view or the reason why there is none.
 * `ready`: complete. `partial`: some source is missing or failed, its fields are null. `stale`: kept from before,
 * older than its window because a refresh failed or is still running. `late`: nothing yet within the deadline
 * (the next view will have it). `failed`: no value.
 */
export type Loaded<T> =
  | { state: 'ready'; value: T; asOf: AsOf }
  | ({ state: 'partial'; value: T; asOf: AsOf } & Failure)
  | ({ state: 'stale'; value: T; asOf: AsOf } & Failure)
  | ({ state: 'late' } & Failure)
  | ({ state: 'failed' } & Failure)

/** Round state from RoundsManager and Minter (contracts.md 4.2). Block numbers here are L1 numbers on Arbitrum. */
export interface RoundView {
  number: number
  lengthBlocks: number
  startBlock: number
  /** First block of the next round. */
  endBlock: number
  /** RoundsManager.blockNum() of this reading. */
  blockNum: number
  blocksDone: number
  blocksLeft: number
  /** Estimated Unix seconds of the end of the round, at `secondsPerBlock`. */
  endsAt: number
  secondsPerBlock: number
  initialized: boolean
  /** The round began and nobody initialised it: staking actions revert until someone does. */
  overdue: boolean
  lastInitializedRound: number
  /** In the locked tail, in which cuts cannot be changed. */
  locked: boolean
  lockStartBlock: number
  /** LPT that rewards of this round may mint, and minted so far (treasury part included). Of the last initialised round while overdue. */
  mintableWei: bigint
  mintedWei: bigint
}

/** Protocol figures (Overview, 1.1). Chain figures unless nullable. */
export interface ProtocolView {
  paused: boolean
  totalSupplyWei: bigint
  /** Stake bonded to the active set of this round. */
  activeStakeWei: bigint
  /** Active stake as it will be next round if nothing else changes. */
  nextActiveStakeWei: bigint
  /** activeStake / totalSupply, floor. */
  participationP9: bigint
  targetBondingRateP9: bigint
  inflationP9: bigint
  inflationChangeP9: bigint
  mintableWei: bigint
  mintedWei: bigint
  treasuryRewardCutP27: bigint
  nextTreasuryRewardCutP27: bigint
  treasuryBalanceCeilingWei: bigint
  treasuryBalanceWei: bigint
  unbondingPeriodRounds: number
  /** Members of the pool, that is, next round's active set, and its limit. */
  poolSize: number
  poolMaxSize: number
  /** Complete own count of accounts with stake. */
  delegatorsCount: number | null
  /** All ticket face value ever, wei of ETH. */
  feesTotalWei: bigint | null
  roundLengthBlocks: number
  secondsPerBlock: number
}

/**
 * What the pool says about the next round:
 * `in` member with room to spare; `edge` member of a full pool on one of its last seats; `joining` member, but not active in this round; `leaving` active now, no member any more;
 * `outside` registered, not a member; `unregistered` has no self-bond.
 */
export type Standing = 'in' | 'edge' | 'joining' | 'leaving' | 'outside' | 'unregistered'

/** Reward calls over a window of finished rounds in which the orchestrator was active; the running round is apart. */
export interface RewardCalls {
  called: number
  missed: number
  /** called + missed. */
  rounds: number
  /** Active in the running round and not called yet: still to come, not missed. */
  open: boolean
}

/** Realised yield of one LPT over a span of finished rounds, from the chain's cumulative factors (`lib/protocol/yield`). */
export type YieldFigure =
  | {
      state: 'known'
      /** Finished rounds it is of: fewer than the window when the orchestrator joined inside it. */
      rounds: number
      /** LPT per LPT over the span. */
      lptP27: bigint
      /** ETH per LPT over the span; null: not known without the index. */
      ethPerLptP27: bigint | null
      /** The same scaled to 365 days: rewards compounded, fees linear. */
      yearlyLptP9: bigint
      yearlyEthPerLptP27: bigint | null
    }
  | { state: 'unknown'; reason: string }

export interface OrchestratorRow {
  address: Address
  /** Display name when one is known (ENS, later); null = show the address. */
  name: string | null
  /** Place by stake among pool members, from 1; null = not in the pool. */
  rank: number | null
  totalStakeWei: bigint
  /** Share of the pool's stake, 0 outside of it. */
  stakeShareP9: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  /** 10^6 - feeShare. */
  feeCutP6: bigint
  registered: boolean
  /** Active in the current round. */
  active: boolean
  activationRound: number
  /** null = never (still in the pool). */
  deactivationRound: number | null
  /** 0 = never called. */
  lastRewardRound: number
  calledThisRound: boolean
  standing: Standing
  /** Stake above the last member of the pool; negative outside of it: minus what is missing to enter. null while the pool has free places. */
  marginWei: bigint | null
  /** Complete count. */
  delegatorsCount: number | null
  fees90dWei: bigint | null
  rewardCalls30: RewardCalls | null
  rewardCalls90: RewardCalls | null
  serviceUri: string | null
  /** Realised yield of the last 30 and 90 finished rounds. */
  yield30: YieldFigure
  yield90: YieldFigure
  /** Cuts of the last 180 days; null while the index does not answer. */
  cutSafety: CutSafety | null
  /** `defaultProjection` in three cases; null: not in the next round's active set, so stake with it earns nothing. */
  projected: ProjectionRange | null
}

export interface OrchestratorsView {
  /** Pool members by rank, then everyone else who is registered or still active, by stake. */
  rows: readonly OrchestratorRow[]
  /** false: the index, which alone knows who is outside the pool, did not answer, so that those rows are missing. */
  complete: boolean
  round: RoundView
  activeStakeWei: bigint
  /** What projections start from: `projector` of lib/data/projections takes it. */
  network: NetworkFacts
  poolSize: number
  poolMaxSize: number
}

export interface UnbondingLockView {
  id: number
  amountWei: bigint
  withdrawRound: number
  state: 'waiting' | 'withdrawable'
  /** First (L1) block in which it can be withdrawn, and its estimated Unix seconds. For withdrawable ones this lies in the past. */
  availableAtBlock: number
  availableAt: number
  /** Whom the stake was taken from. */
  delegate: Address | null
}

export interface DelegateView {
  address: Address
  name: string | null
  registered: boolean
  active: boolean
  standing: Standing
  rank: number | null
  totalStakeWei: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  feeCutP6: bigint
  lastRewardRound: number
  calledThisRound: boolean
  activationRound: number
  deactivationRound: number | null
}

/** Delegating account (3.2). Chain figures unless nullable. */
export interface DelegatingView {
  address: Address
  round: RoundView
  status: 'pending' | 'bonded' | 'unbonded'
  /** Round from which the bond counts; 0 when it never bonded. */
  startRound: number
  lastClaimRound: number
  /** Stake at the last claim. */
  bondedWei: bigint
  /** Stake with unclaimed rewards: what it owns now. */
  pendingStakeWei: bigint
  /** pendingStake - bonded. */
  pendingRewardsWei: bigint
  /** Fees (ETH) collected and not withdrawn, unclaimed ones included; stored part. */
  pendingFeesWei: bigint
  storedFeesWei: bigint
  /** Stake delegated to this address by everyone, itself included. */
  delegatedWei: bigint
  /** LPT ever bonded from outside, LPT unbonded over its life, ETH withdrawn over its life. */
  principalWei: bigint | null
  unbondedWei: bigint | null
  withdrawnFeesWei: bigint | null
  /** pendingStake + unbonded - principal. */
  lifetimeRewardsWei: bigint | null
  /** null = not bonded to anyone. */
  delegate: DelegateView | null
  /** pendingStake over the active stake of this round; 0 when the delegate is not active. */
  networkShareP9: bigint
  /** Every open lock, oldest first. */
  locks: readonly UnbondingLockView[]
  nextUnbondingLockId: number
  /** Whether BondingVotes has a checkpoint for it (needed to vote). */
  hasCheckpoint: boolean
  lptBalanceWei: bigint
  ethBalanceWei: bigint
  /** LPT that BondingManager may take from it. */
  allowanceWei: bigint
  unbondingPeriodRounds: number
  paused: boolean
}

export interface RewardCallRound {
  round: number
  state: 'called' | 'missed' | 'open'
  /** LPT minted for it in the round; null when not called, or called and not indexed yet. */
  rewardWei: bigint | null
  /** Ticket face value of the round, ETH. */
  feesWei: bigint
  /** Unix seconds of the round's initialisation. */
  startedAt: number
}

/** Orchestrating account (thin form of 3.4). */
export interface OrchestratingView {
  address: Address
  name: string | null
  round: RoundView
  /** false: this address never was an orchestrator nor anyone's delegate; figures are then zero because the chain says so. */
  known: boolean
  registered: boolean
  active: boolean
  standing: Standing
  rank: number | null
  marginWei: bigint | null
  totalStakeWei: bigint
  stakeShareP9: bigint
  /** Its own stake with unclaimed rewards and commission. */
  selfStakeWei: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  feeCutP6: bigint
  /** Round of the latest activation (0 = never), its Unix seconds where the index knows. */
  activationRound: number
  activeSince: number | null
  deactivationRound: number | null
  lastRewardRound: number
  calledThisRound: boolean
  /** null = none set. */
  rewardCaller: Address | null
  /** null = none set. */
  serviceUri: string | null
  /** Where gateways reach it for AI jobs; null = none set. */
  aiServiceUri: string | null
  delegatorsCount: number | null
  fees90dWei: bigint | null
  feesTotalWei: bigint | null
  rewardCalls30: RewardCalls | null
  rewardCalls90: RewardCalls | null
  /** Newest first, at most 90 finished rounds and the running one. */
  rewardRounds: readonly RewardCallRound[] | null
  poolSize: number
  poolMaxSize: number
}
