import { eventFieldsFragment } from '@/lib/subgraph/event-fields'
import { eventLists } from '@/lib/subgraph/event-lists'

type AccountHistoryList =
  | 'bonds'
  | 'unbonds'
  | 'rebonds'
  | 'given'
  | 'received'
  | 'claims'
  | 'stakeWithdrawals'
  | 'feeWithdrawals'
  | 'rewards'
  | 'callers'
  | 'activations'
  | 'deactivations'
  | 'cuts'
  | 'uris'
  | 'ticketsWon'
  | 'ticketsPaid'
  | 'deposits'
  | 'reserves'
  | 'reserveClaims'
  | 'gatewayWithdrawals'
  | 'pollVotes'
  | 'treasuryVotes'
  | 'migrations'

/** Which groups of lists are asked for, and of which account. */
type AccountHistoryVariables = {
  account: string
  since: number
  until: number
  first: number
  staking: boolean
  orchestrating: boolean
  gateway: boolean
  governance: boolean
  block: { number_gte: number }
}

/**
 * The newest events of an account at or before a time, of each list of the chosen groups, at a block. One list more than the
 * page needs is enough: the page is the newest rows of all lists together.
 */
export const accountHistoryDocument = eventLists.graphql<AccountHistoryList, AccountHistoryVariables>(
  `
  query AccountHistory($account: String!, $since: Int!, $until: Int!, $first: Int!, $staking: Boolean!, $orchestrating: Boolean!, $gateway: Boolean!, $governance: Boolean!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    bonds: bondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    unbonds: unbondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    rebonds: rebondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    given: transferBondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {oldDelegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    received: transferBondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {newDelegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    claims: earningsClaimedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    stakeWithdrawals: withdrawStakeEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    feeWithdrawals: withdrawFeesEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
    rewards: rewardEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    callers: rewardCallerSetEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    activations: transcoderActivatedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    deactivations: transcoderDeactivatedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    cuts: transcoderUpdateEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    uris: serviceURIUpdateEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {addr: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    ticketsWon: winningTicketRedeemedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {recipient: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      ...EventFields
    }
    ticketsPaid: winningTicketRedeemedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {sender: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      ...EventFields
    }
    deposits: depositFundedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {sender: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      ...EventFields
    }
    reserves: reserveFundedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {reserveHolder: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      ...EventFields
    }
    reserveClaims: reserveClaimedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {reserveHolder: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      ...EventFields
    }
    gatewayWithdrawals: withdrawalEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {sender: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      ...EventFields
    }
    pollVotes: voteEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {voter: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $governance) {
      ...EventFields
    }
    treasuryVotes: treasuryVoteEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {voter: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $governance) {
      ...EventFields
    }
    migrations: stakeClaimedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      ...EventFields
    }
  }
`,
  [eventFieldsFragment],
)
