// Generated from lib/subgraph/schema.graphql by scripts/build-api.ts: one type per entity, hence its length.

import type { BigDecimal } from '@/devnet/graphql/big-decimal'

export type ProtocolRow = {
  readonly id: string
  readonly inflation: bigint
  readonly inflationChange: bigint
  readonly numActiveTranscoders: bigint
  readonly activeTranscoderCount: bigint
  readonly paused: boolean
  readonly targetBondingRate: bigint
  readonly unbondingPeriod: bigint
  readonly lockPeriod: bigint
  readonly roundLockAmount: bigint
  readonly totalActiveStake: BigDecimal
  readonly totalVolumeETH: BigDecimal
  readonly totalVolumeUSD: BigDecimal
  readonly participationRate: BigDecimal
  readonly currentRound: string
  readonly lastInitializedRound: string
  readonly lastRoundLengthUpdateRound: string
  readonly roundLength: bigint
  readonly lastRoundLengthUpdateStartBlock: bigint
  readonly totalSupply: BigDecimal
  readonly lptPriceEth: BigDecimal
  readonly winningTicketCount: number
  readonly roundCount: number
  readonly pendingActivation: readonly string[]
  readonly pendingDeactivation: readonly string[]
  readonly delegatorsCount: bigint
  readonly activeBroadcasters: readonly string[]
}

export type RoundRow = {
  readonly id: string
  readonly startTimestamp: number
  readonly initialized: boolean
  readonly length: bigint
  readonly startBlock: bigint
  readonly endBlock: bigint
  readonly mintableTokens: BigDecimal
  readonly volumeETH: BigDecimal
  readonly volumeUSD: BigDecimal
  readonly totalActiveStake: BigDecimal
  readonly totalSupply: BigDecimal
  readonly participationRate: BigDecimal
  readonly movedStake: BigDecimal
  readonly newStake: BigDecimal
  readonly inflation: bigint
  readonly numActiveTranscoders: bigint
  readonly activeTranscoderCount: bigint
  readonly delegatorsCount: bigint
}

export type DayRow = {
  readonly id: string
  readonly date: number
  readonly volumeETH: BigDecimal
  readonly volumeUSD: BigDecimal
  readonly totalActiveStake: BigDecimal
  readonly totalSupply: BigDecimal
  readonly participationRate: BigDecimal
  readonly inflation: bigint
  readonly numActiveTranscoders: bigint
  readonly activeTranscoderCount: bigint
  readonly delegatorsCount: bigint
}

export type TranscoderRow = {
  readonly id: string
  readonly activationRound: bigint
  readonly deactivationRound: bigint
  readonly lastActiveStakeUpdateRound: bigint
  readonly active: boolean
  readonly status: 'NotRegistered' | 'Registered'
  readonly activationTimestamp: number
  readonly lastRewardRound: string | null
  readonly rewardCut: bigint
  readonly rewardCutUpdateTimestamp: number
  readonly feeShare: bigint
  readonly feeShareUpdateTimestamp: number
  readonly totalStake: BigDecimal
  readonly totalVolumeETH: BigDecimal
  readonly thirtyDayVolumeETH: BigDecimal
  readonly sixtyDayVolumeETH: BigDecimal
  readonly ninetyDayVolumeETH: BigDecimal
  readonly totalVolumeUSD: BigDecimal
  readonly delegator: string | null
  readonly serviceURI: string | null
  readonly rewardCaller: string | null
  readonly transcoderDays: readonly string[]
}

export type TranscoderDayRow = {
  readonly id: string
  readonly date: number
  readonly volumeETH: BigDecimal
  readonly volumeUSD: BigDecimal
  readonly transcoder: string
}

export type PoolRow = {
  readonly id: string
  readonly round: string
  readonly delegate: string
  readonly fees: BigDecimal
  readonly rewardTokens: BigDecimal | null
  readonly totalStake: BigDecimal
  readonly rewardCut: bigint
  readonly feeShare: bigint
}

export type DelegatorRow = {
  readonly id: string
  readonly delegate: string | null
  readonly startRound: bigint
  readonly lastClaimRound: string | null
  readonly bondedAmount: BigDecimal
  readonly principal: BigDecimal
  readonly unbonded: BigDecimal
  readonly fees: BigDecimal
  readonly withdrawnFees: BigDecimal
  readonly delegatedAmount: BigDecimal
}

export type UnbondingLockRow = {
  readonly id: string
  readonly unbondingLockId: number
  readonly delegator: string
  readonly delegate: string
  readonly amount: BigDecimal
  readonly withdrawRound: bigint
  readonly sender: string
}

export type LivepeerAccountRow = {
  readonly id: string
  readonly lastUpdatedTimestamp: number
  readonly delegator: string | null
  readonly delegate: string | null
}

export type BroadcasterRow = {
  readonly id: string
  readonly deposit: BigDecimal
  readonly reserve: BigDecimal
  readonly totalVolumeETH: BigDecimal
  readonly totalVolumeUSD: BigDecimal
  readonly thirtyDayVolumeETH: BigDecimal
  readonly sixtyDayVolumeETH: BigDecimal
  readonly ninetyDayVolumeETH: BigDecimal
  readonly firstFundedDay: number
  readonly firstActiveDay: number
  readonly lastFundedDay: number
  readonly lastActiveDay: number
  readonly broadcasterDays: readonly string[]
}

export type BroadcasterDayRow = {
  readonly id: string
  readonly date: number
  readonly volumeETH: BigDecimal
  readonly volumeUSD: BigDecimal
  readonly broadcaster: string
}

export type PollRow = {
  readonly id: string
  readonly proposal: string
  readonly endBlock: bigint
  readonly quorum: bigint
  readonly quota: bigint
  readonly tally: string | null
  readonly votes: readonly string[]
}

export type PollTallyRow = {
  readonly id: string
  readonly yes: BigDecimal
  readonly no: BigDecimal
}

export type VoteRow = {
  readonly id: string
  readonly voter: string
  readonly voteStake: BigDecimal
  readonly nonVoteStake: BigDecimal
  readonly choiceID: 'Yes' | 'No' | null
  readonly poll: string | null
  readonly registeredTranscoder: boolean | null
}

export type TreasuryProposalRow = {
  readonly id: string
  readonly proposer: string
  readonly targets: readonly string[]
  readonly values: readonly bigint[]
  readonly calldatas: readonly string[]
  readonly voteStart: bigint
  readonly voteEnd: bigint
  readonly description: string
  readonly forVotes: BigDecimal
  readonly againstVotes: BigDecimal
  readonly abstainVotes: BigDecimal
  readonly totalVotes: BigDecimal
}

export type TreasuryVoteRow = {
  readonly id: string
  readonly proposal: string
  readonly voter: string
  readonly support: 'Against' | 'For' | 'Abstain'
  readonly weight: BigDecimal
  readonly reason: string | null
}

export type TransactionRow = {
  readonly id: string
  readonly blockNumber: bigint
  readonly timestamp: number
  readonly gasUsed: bigint
  readonly gasPrice: bigint
  readonly from: string
  readonly to: string | null
}

export type BondEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly bondedAmount: BigDecimal
  readonly additionalAmount: BigDecimal
  readonly newDelegate: string
  readonly oldDelegate: string | null
  readonly delegator: string
}

export type UnbondEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly amount: BigDecimal
  readonly withdrawRound: bigint
  readonly unbondingLockId: number | null
  readonly delegate: string
  readonly delegator: string
}

export type RebondEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegator: string
  readonly delegate: string
  readonly amount: BigDecimal
  readonly unbondingLockId: number
}

export type TransferBondEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly amount: BigDecimal
  readonly newDelegator: string
  readonly oldDelegator: string
  readonly newUnbondingLockId: number
  readonly oldUnbondingLockId: number
}

export type RewardEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly rewardTokens: BigDecimal
  readonly delegate: string
}

export type RewardCallerSetEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
  readonly rewardCaller: string
}

export type TranscoderActivatedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
  readonly activationRound: bigint
}

export type TranscoderDeactivatedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
  readonly deactivationRound: bigint
}

export type EarningsClaimedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegator: string
  readonly delegate: string
  readonly startRound: bigint
  readonly endRound: string
  readonly rewardTokens: BigDecimal
  readonly fees: BigDecimal
}

export type TranscoderUpdateEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
  readonly rewardCut: bigint
  readonly feeShare: bigint
}

export type TranscoderSlashedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
  readonly finder: string
  readonly penalty: BigDecimal
  readonly finderReward: bigint
}

export type TranscoderResignedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
}

export type TranscoderEvictedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegate: string
}

export type WithdrawStakeEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegator: string
  readonly unbondingLockId: number | null
  readonly amount: BigDecimal
}

export type WithdrawFeesEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegator: string
  readonly amount: BigDecimal
  readonly recipient: string
}

export type NewRoundEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly blockHash: string
}

export type SetCurrentRewardTokensEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly currentMintableTokens: BigDecimal
  readonly currentInflation: bigint
}

export type MintEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly to: string
  readonly amount: BigDecimal
}

export type BurnEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly value: BigDecimal
}

export type PauseEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
}

export type UnpauseEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
}

export type ParameterUpdateEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly param: string
}

export type ServiceURIUpdateEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly addr: string
  readonly serviceURI: string
}

export type WinningTicketRedeemedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly sender: string
  readonly recipient: string
  readonly faceValue: BigDecimal
  readonly faceValueUSD: BigDecimal
  readonly winProb: bigint
  readonly senderNonce: bigint
  readonly recipientRand: bigint
  readonly auxData: string
}

export type DepositFundedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly sender: string
  readonly amount: BigDecimal
}

export type ReserveFundedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly reserveHolder: string
  readonly amount: BigDecimal
}

export type ReserveClaimedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly reserveHolder: string
  readonly claimant: string
  readonly amount: BigDecimal
}

export type WithdrawalEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly sender: string
  readonly deposit: BigDecimal
  readonly reserve: BigDecimal
}

export type PollCreatedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly poll: string
  readonly proposal: string
  readonly endBlock: bigint
  readonly quorum: bigint
  readonly quota: bigint
}

export type VoteEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly voter: string
  readonly choiceID: bigint
  readonly poll: string
}

export type TreasuryVoteEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly voter: string
  readonly proposal: string
  readonly support: 'Against' | 'For' | 'Abstain'
  readonly weight: BigDecimal
  readonly reason: string | null
}

export type MigrateDelegatorFinalizedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly l1Addr: string
  readonly l2Addr: string
  readonly stake: BigDecimal
  readonly delegatedStake: BigDecimal
  readonly fees: BigDecimal
  readonly delegate: string
}

export type StakeClaimedEventRow = {
  readonly id: string
  readonly transaction: string
  readonly timestamp: number
  readonly round: string
  readonly delegator: string
  readonly delegate: string
  readonly stake: BigDecimal
  readonly fees: BigDecimal
}

/** Row types by entity name. */
export interface Entities {
  Protocol: ProtocolRow
  Round: RoundRow
  Day: DayRow
  Transcoder: TranscoderRow
  TranscoderDay: TranscoderDayRow
  Pool: PoolRow
  Delegator: DelegatorRow
  UnbondingLock: UnbondingLockRow
  LivepeerAccount: LivepeerAccountRow
  Broadcaster: BroadcasterRow
  BroadcasterDay: BroadcasterDayRow
  Poll: PollRow
  PollTally: PollTallyRow
  Vote: VoteRow
  TreasuryProposal: TreasuryProposalRow
  TreasuryVote: TreasuryVoteRow
  Transaction: TransactionRow
  BondEvent: BondEventRow
  UnbondEvent: UnbondEventRow
  RebondEvent: RebondEventRow
  TransferBondEvent: TransferBondEventRow
  RewardEvent: RewardEventRow
  RewardCallerSetEvent: RewardCallerSetEventRow
  TranscoderActivatedEvent: TranscoderActivatedEventRow
  TranscoderDeactivatedEvent: TranscoderDeactivatedEventRow
  EarningsClaimedEvent: EarningsClaimedEventRow
  TranscoderUpdateEvent: TranscoderUpdateEventRow
  TranscoderSlashedEvent: TranscoderSlashedEventRow
  TranscoderResignedEvent: TranscoderResignedEventRow
  TranscoderEvictedEvent: TranscoderEvictedEventRow
  WithdrawStakeEvent: WithdrawStakeEventRow
  WithdrawFeesEvent: WithdrawFeesEventRow
  NewRoundEvent: NewRoundEventRow
  SetCurrentRewardTokensEvent: SetCurrentRewardTokensEventRow
  MintEvent: MintEventRow
  BurnEvent: BurnEventRow
  PauseEvent: PauseEventRow
  UnpauseEvent: UnpauseEventRow
  ParameterUpdateEvent: ParameterUpdateEventRow
  ServiceURIUpdateEvent: ServiceURIUpdateEventRow
  WinningTicketRedeemedEvent: WinningTicketRedeemedEventRow
  DepositFundedEvent: DepositFundedEventRow
  ReserveFundedEvent: ReserveFundedEventRow
  ReserveClaimedEvent: ReserveClaimedEventRow
  WithdrawalEvent: WithdrawalEventRow
  PollCreatedEvent: PollCreatedEventRow
  VoteEvent: VoteEventRow
  TreasuryVoteEvent: TreasuryVoteEventRow
  MigrateDelegatorFinalizedEvent: MigrateDelegatorFinalizedEventRow
  StakeClaimedEvent: StakeClaimedEventRow
}
