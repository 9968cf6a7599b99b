import { graphql } from '@/lib/subgraph/graphql'

/** The newest events of all types; those of types that are not told here come with their name only. */
export const newestEventsDocument = graphql(`
  query NewestEvents($first: Int!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    events(first: $first, orderBy: timestamp, orderDirection: desc) {
      __typename
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      ... on BondEvent {
        bondedAmount
        additionalAmount
        newDelegate {
          id
        }
        oldDelegate {
          id
        }
        delegator {
          id
        }
      }
      ... on UnbondEvent {
        amount
        withdrawRound
        delegate {
          id
        }
        delegator {
          id
        }
      }
      ... on RebondEvent {
        amount
        delegate {
          id
        }
        delegator {
          id
        }
      }
      ... on WithdrawStakeEvent {
        amount
        delegator {
          id
        }
      }
      ... on WithdrawFeesEvent {
        amount
        recipientAddress: recipient
        delegator {
          id
        }
      }
      ... on RewardEvent {
        rewardTokens
        delegate {
          id
        }
      }
      ... on TranscoderUpdateEvent {
        rewardCut
        feeShare
        delegate {
          id
        }
      }
      ... on TranscoderActivatedEvent {
        activationRound
        delegate {
          id
        }
      }
      ... on TranscoderDeactivatedEvent {
        deactivationRound
        delegate {
          id
        }
      }
      ... on WinningTicketRedeemedEvent {
        faceValue
        ticketRecipient: recipient {
          id
        }
        sender {
          id
        }
      }
      ... on DepositFundedEvent {
        amount
        sender {
          id
        }
      }
      ... on VoteEvent {
        pollVoter: voter
        choiceID
        poll {
          id
        }
      }
      ... on TreasuryVoteEvent {
        treasuryVoter: voter {
          id
        }
        support
        weight
        proposal {
          id
        }
      }
    }
  }
`)
