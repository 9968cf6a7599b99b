import { graphql } from '@/lib/subgraph/graphql'

/** What the index has of one transaction: its events with the account, poll or proposal each belongs to (`l2Addr` only repeats `l1Addr`, Q12). */
export const transactionDocument = graphql(`
  query Transaction($hash: ID!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transaction(id: $hash) {
      id
      timestamp
      from
      events(first: 100, orderBy: id) {
        __typename
        id
        ... on BondEvent { bonder: delegator { id } }
        ... on UnbondEvent { unbonder: delegator { id } }
        ... on RebondEvent { rebonder: delegator { id } }
        ... on TransferBondEvent { giver: oldDelegator { id } }
        ... on EarningsClaimedEvent { claimer: delegator { id } }
        ... on WithdrawStakeEvent { withdrawer: delegator { id } }
        ... on WithdrawFeesEvent { collector: delegator { id } }
        ... on RewardEvent { rewarded: delegate { id } }
        ... on RewardCallerSetEvent { callerOf: delegate { id } }
        ... on TranscoderActivatedEvent { activated: delegate { id } }
        ... on TranscoderDeactivatedEvent { deactivated: delegate { id } }
        ... on TranscoderUpdateEvent { updated: delegate { id } }
        ... on ServiceURIUpdateEvent { serving: addr }
        ... on WinningTicketRedeemedEvent { recipient { id } }
        ... on DepositFundedEvent { depositor: sender { id } }
        ... on ReserveFundedEvent { reserver: reserveHolder { id } }
        ... on ReserveClaimedEvent { claimedFrom: reserveHolder { id } }
        ... on WithdrawalEvent { gateway: sender { id } }
        ... on MigrateDelegatorFinalizedEvent { migrated: l1Addr }
        ... on StakeClaimedEvent { staker: delegator }
        ... on PollCreatedEvent { created: poll { id } }
        ... on VoteEvent { voted: poll { id } }
        ... on TreasuryVoteEvent { supported: proposal { id } }
      }
    }
  }
`)
