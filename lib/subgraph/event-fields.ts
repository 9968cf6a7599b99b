import { graphql } from '@/lib/subgraph/graphql'

/**
 * What the site reads of an event of any type: its place in the chain, who and how much. Fields that several types have with
 * different types of their own are renamed. `l2Addr` is left out: it repeats `l1Addr` (subgraph.md Q12). Read by `eventRow`
 * alone: the fields of 36 types, told out in every list of every document, would take the compiler gigabytes.
 */
export const eventFieldsFragment = graphql(`
  fragment EventFields on Event {
    __typename
    id
    timestamp
    round {
      id
    }
    transaction {
      id
      blockNumber
      from
    }
    ... on BondEvent { delegator { id } newDelegate { id } oldDelegate { id } additionalAmount bondedAmount }
    ... on UnbondEvent { delegator { id } delegate { id } unbonded: amount withdrawRound }
    ... on RebondEvent { delegator { id } delegate { id } rebonded: amount }
    ... on TransferBondEvent { oldDelegator { id } newDelegator { id } transferred: amount }
    ... on WithdrawStakeEvent { delegator { id } withdrawnStake: amount }
    ... on WithdrawFeesEvent { delegator { id } recipientAddress: recipient withdrawnFees: amount }
    ... on EarningsClaimedEvent { delegator { id } delegate { id } endRound { id } claimedLpt: rewardTokens claimedEth: fees }
    ... on RewardEvent { delegate { id } rewardTokens }
    ... on RewardCallerSetEvent { delegate { id } rewardCaller }
    ... on TranscoderUpdateEvent { delegate { id } rewardCut feeShare }
    ... on TranscoderActivatedEvent { delegate { id } activationRound }
    ... on TranscoderDeactivatedEvent { delegate { id } deactivationRound }
    ... on TranscoderSlashedEvent { delegate { id } finder penalty }
    ... on TranscoderResignedEvent { delegate { id } }
    ... on TranscoderEvictedEvent { delegate { id } }
    ... on ServiceURIUpdateEvent { addr serviceURI }
    ... on WinningTicketRedeemedEvent { sender { id } ticketRecipient: recipient { id } faceValue }
    ... on DepositFundedEvent { sender { id } deposited: amount }
    ... on ReserveFundedEvent { reserveHolder { id } reserved: amount }
    ... on ReserveClaimedEvent { reserveHolder { id } claimant { id } reserveClaimed: amount }
    ... on WithdrawalEvent { sender { id } deposit reserve }
    ... on NewRoundEvent { blockHash }
    ... on SetCurrentRewardTokensEvent { currentInflation currentMintableTokens }
    ... on PauseEvent { id }
    ... on UnpauseEvent { id }
    ... on ParameterUpdateEvent { param }
    ... on PollCreatedEvent { poll { id } endBlock }
    ... on VoteEvent { pollVoter: voter choiceID poll { id } }
    ... on TreasuryVoteEvent { treasuryVoter: voter { id } support weight proposal { id } }
    ... on MintEvent { to minted: amount }
    ... on BurnEvent { burned: value }
    ... on StakeClaimedEvent { claimer: delegator claimedFor: delegate claimedStake: stake claimedFees: fees }
    ... on MigrateDelegatorFinalizedEvent { l1Addr migratedTo: delegate migratedStake: stake migratedFees: fees }
  }
`)
