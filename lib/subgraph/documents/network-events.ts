import { eventFieldsFragment } from '@/lib/subgraph/event-fields'
import { eventLists } from '@/lib/subgraph/event-lists'
import { graphql } from '@/lib/subgraph/graphql'

/** The newest events of every type at or before a time, at a block. The index cannot filter them by type. */
export const networkEventsDocument = graphql(
  `
  query NetworkEvents($since: Int!, $until: Int!, $first: Int!, $block: Block_height!) {
    _meta { block { number timestamp } }
    events(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) {
      ...EventFields
    }
  }
`,
  [eventFieldsFragment],
)

/** The oldest event of the index. */
export const oldestEventDocument = graphql(`
  query OldestEvent($block: Block_height!) {
    _meta { block { number timestamp } }
    events(first: 1, orderBy: timestamp, orderDirection: asc, block: $block) {
      id
      timestamp
    }
  }
`)

/** Every type has two: `with…`, whether it is asked for, and `of…`, what its rows must fit. */
type EventsByTypeVariables = {
  first: number
  block: { number_gte: number }
  [perType: `with${string}Event`]: boolean
  [perType: `of${string}Event`]: Readonly<Record<string, unknown>>
}

/** The newest events of chosen types that fit a filter each, at a block: a list for each type, named like it. */
export const eventsByTypeDocument = eventLists.graphql<string, EventsByTypeVariables>(
  `
  query EventsByType(
    $first: Int!
    $block: Block_height!
    $withBondEvent: Boolean!
    $ofBondEvent: BondEvent_filter!
    $withUnbondEvent: Boolean!
    $ofUnbondEvent: UnbondEvent_filter!
    $withRebondEvent: Boolean!
    $ofRebondEvent: RebondEvent_filter!
    $withTransferBondEvent: Boolean!
    $ofTransferBondEvent: TransferBondEvent_filter!
    $withWithdrawStakeEvent: Boolean!
    $ofWithdrawStakeEvent: WithdrawStakeEvent_filter!
    $withRewardEvent: Boolean!
    $ofRewardEvent: RewardEvent_filter!
    $withEarningsClaimedEvent: Boolean!
    $ofEarningsClaimedEvent: EarningsClaimedEvent_filter!
    $withWithdrawFeesEvent: Boolean!
    $ofWithdrawFeesEvent: WithdrawFeesEvent_filter!
    $withWinningTicketRedeemedEvent: Boolean!
    $ofWinningTicketRedeemedEvent: WinningTicketRedeemedEvent_filter!
    $withDepositFundedEvent: Boolean!
    $ofDepositFundedEvent: DepositFundedEvent_filter!
    $withReserveFundedEvent: Boolean!
    $ofReserveFundedEvent: ReserveFundedEvent_filter!
    $withReserveClaimedEvent: Boolean!
    $ofReserveClaimedEvent: ReserveClaimedEvent_filter!
    $withWithdrawalEvent: Boolean!
    $ofWithdrawalEvent: WithdrawalEvent_filter!
    $withTranscoderActivatedEvent: Boolean!
    $ofTranscoderActivatedEvent: TranscoderActivatedEvent_filter!
    $withTranscoderDeactivatedEvent: Boolean!
    $ofTranscoderDeactivatedEvent: TranscoderDeactivatedEvent_filter!
    $withTranscoderUpdateEvent: Boolean!
    $ofTranscoderUpdateEvent: TranscoderUpdateEvent_filter!
    $withServiceURIUpdateEvent: Boolean!
    $ofServiceURIUpdateEvent: ServiceURIUpdateEvent_filter!
    $withRewardCallerSetEvent: Boolean!
    $ofRewardCallerSetEvent: RewardCallerSetEvent_filter!
    $withTranscoderSlashedEvent: Boolean!
    $ofTranscoderSlashedEvent: TranscoderSlashedEvent_filter!
    $withTranscoderResignedEvent: Boolean!
    $ofTranscoderResignedEvent: TranscoderResignedEvent_filter!
    $withTranscoderEvictedEvent: Boolean!
    $ofTranscoderEvictedEvent: TranscoderEvictedEvent_filter!
    $withVoteEvent: Boolean!
    $ofVoteEvent: VoteEvent_filter!
    $withTreasuryVoteEvent: Boolean!
    $ofTreasuryVoteEvent: TreasuryVoteEvent_filter!
    $withPollCreatedEvent: Boolean!
    $ofPollCreatedEvent: PollCreatedEvent_filter!
    $withParameterUpdateEvent: Boolean!
    $ofParameterUpdateEvent: ParameterUpdateEvent_filter!
    $withPauseEvent: Boolean!
    $ofPauseEvent: PauseEvent_filter!
    $withUnpauseEvent: Boolean!
    $ofUnpauseEvent: UnpauseEvent_filter!
    $withNewRoundEvent: Boolean!
    $ofNewRoundEvent: NewRoundEvent_filter!
    $withSetCurrentRewardTokensEvent: Boolean!
    $ofSetCurrentRewardTokensEvent: SetCurrentRewardTokensEvent_filter!
    $withMintEvent: Boolean!
    $ofMintEvent: MintEvent_filter!
    $withBurnEvent: Boolean!
    $ofBurnEvent: BurnEvent_filter!
    $withStakeClaimedEvent: Boolean!
    $ofStakeClaimedEvent: StakeClaimedEvent_filter!
    $withMigrateDelegatorFinalizedEvent: Boolean!
    $ofMigrateDelegatorFinalizedEvent: MigrateDelegatorFinalizedEvent_filter!
  ) {
    _meta { block { number timestamp } }
    BondEvent: bondEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofBondEvent, block: $block) @include(if: $withBondEvent) { ...EventFields }
    UnbondEvent: unbondEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofUnbondEvent, block: $block) @include(if: $withUnbondEvent) { ...EventFields }
    RebondEvent: rebondEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofRebondEvent, block: $block) @include(if: $withRebondEvent) { ...EventFields }
    TransferBondEvent: transferBondEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTransferBondEvent, block: $block) @include(if: $withTransferBondEvent) { ...EventFields }
    WithdrawStakeEvent: withdrawStakeEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofWithdrawStakeEvent, block: $block) @include(if: $withWithdrawStakeEvent) { ...EventFields }
    RewardEvent: rewardEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofRewardEvent, block: $block) @include(if: $withRewardEvent) { ...EventFields }
    EarningsClaimedEvent: earningsClaimedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofEarningsClaimedEvent, block: $block) @include(if: $withEarningsClaimedEvent) { ...EventFields }
    WithdrawFeesEvent: withdrawFeesEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofWithdrawFeesEvent, block: $block) @include(if: $withWithdrawFeesEvent) { ...EventFields }
    WinningTicketRedeemedEvent: winningTicketRedeemedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofWinningTicketRedeemedEvent, block: $block) @include(if: $withWinningTicketRedeemedEvent) { ...EventFields }
    DepositFundedEvent: depositFundedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofDepositFundedEvent, block: $block) @include(if: $withDepositFundedEvent) { ...EventFields }
    ReserveFundedEvent: reserveFundedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofReserveFundedEvent, block: $block) @include(if: $withReserveFundedEvent) { ...EventFields }
    ReserveClaimedEvent: reserveClaimedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofReserveClaimedEvent, block: $block) @include(if: $withReserveClaimedEvent) { ...EventFields }
    WithdrawalEvent: withdrawalEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofWithdrawalEvent, block: $block) @include(if: $withWithdrawalEvent) { ...EventFields }
    TranscoderActivatedEvent: transcoderActivatedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTranscoderActivatedEvent, block: $block) @include(if: $withTranscoderActivatedEvent) { ...EventFields }
    TranscoderDeactivatedEvent: transcoderDeactivatedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTranscoderDeactivatedEvent, block: $block) @include(if: $withTranscoderDeactivatedEvent) { ...EventFields }
    TranscoderUpdateEvent: transcoderUpdateEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTranscoderUpdateEvent, block: $block) @include(if: $withTranscoderUpdateEvent) { ...EventFields }
    ServiceURIUpdateEvent: serviceURIUpdateEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofServiceURIUpdateEvent, block: $block) @include(if: $withServiceURIUpdateEvent) { ...EventFields }
    RewardCallerSetEvent: rewardCallerSetEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofRewardCallerSetEvent, block: $block) @include(if: $withRewardCallerSetEvent) { ...EventFields }
    TranscoderSlashedEvent: transcoderSlashedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTranscoderSlashedEvent, block: $block) @include(if: $withTranscoderSlashedEvent) { ...EventFields }
    TranscoderResignedEvent: transcoderResignedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTranscoderResignedEvent, block: $block) @include(if: $withTranscoderResignedEvent) { ...EventFields }
    TranscoderEvictedEvent: transcoderEvictedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTranscoderEvictedEvent, block: $block) @include(if: $withTranscoderEvictedEvent) { ...EventFields }
    VoteEvent: voteEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofVoteEvent, block: $block) @include(if: $withVoteEvent) { ...EventFields }
    TreasuryVoteEvent: treasuryVoteEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofTreasuryVoteEvent, block: $block) @include(if: $withTreasuryVoteEvent) { ...EventFields }
    PollCreatedEvent: pollCreatedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofPollCreatedEvent, block: $block) @include(if: $withPollCreatedEvent) { ...EventFields }
    ParameterUpdateEvent: parameterUpdateEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofParameterUpdateEvent, block: $block) @include(if: $withParameterUpdateEvent) { ...EventFields }
    PauseEvent: pauseEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofPauseEvent, block: $block) @include(if: $withPauseEvent) { ...EventFields }
    UnpauseEvent: unpauseEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofUnpauseEvent, block: $block) @include(if: $withUnpauseEvent) { ...EventFields }
    NewRoundEvent: newRoundEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofNewRoundEvent, block: $block) @include(if: $withNewRoundEvent) { ...EventFields }
    SetCurrentRewardTokensEvent: setCurrentRewardTokensEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofSetCurrentRewardTokensEvent, block: $block) @include(if: $withSetCurrentRewardTokensEvent) { ...EventFields }
    MintEvent: mintEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofMintEvent, block: $block) @include(if: $withMintEvent) { ...EventFields }
    BurnEvent: burnEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofBurnEvent, block: $block) @include(if: $withBurnEvent) { ...EventFields }
    StakeClaimedEvent: stakeClaimedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofStakeClaimedEvent, block: $block) @include(if: $withStakeClaimedEvent) { ...EventFields }
    MigrateDelegatorFinalizedEvent: migrateDelegatorFinalizedEvents(first: $first, orderBy: timestamp, orderDirection: desc, where: $ofMigrateDelegatorFinalizedEvent, block: $block) @include(if: $withMigrateDelegatorFinalizedEvent) { ...EventFields }
  }
`,
  [eventFieldsFragment],
)
