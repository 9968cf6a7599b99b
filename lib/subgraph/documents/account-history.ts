import { graphql } from '@/lib/subgraph/graphql'

/**
 * The newest events of an account at or before a time, of each list of the chosen groups, at a block. One list more than the
 * page needs is enough: the page is the newest rows of all lists together.
 */
export const accountHistoryDocument = graphql(`
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
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      additionalAmount
      bondedAmount
      newDelegate {
        id
      }
      oldDelegate {
        id
      }
    }
    unbonds: unbondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
      withdrawRound
      delegate {
        id
      }
    }
    rebonds: rebondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
      delegate {
        id
      }
    }
    given: transferBondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {oldDelegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
      newDelegator {
        id
      }
    }
    received: transferBondEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {newDelegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
      oldDelegator {
        id
      }
    }
    claims: earningsClaimedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      rewardTokens
      fees
      delegate {
        id
      }
      startRound
      endRound {
        id
      }
    }
    stakeWithdrawals: withdrawStakeEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
    }
    feeWithdrawals: withdrawFeesEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
      recipient
    }
    rewards: rewardEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      rewardTokens
    }
    callers: rewardCallerSetEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      rewardCaller
    }
    activations: transcoderActivatedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      activationRound
    }
    deactivations: transcoderDeactivatedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      deactivationRound
    }
    cuts: transcoderUpdateEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegate: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      rewardCut
      feeShare
    }
    uris: serviceURIUpdateEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {addr: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      serviceURI
    }
    ticketsWon: winningTicketRedeemedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {recipient: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $orchestrating) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      faceValue
      sender {
        id
      }
    }
    ticketsPaid: winningTicketRedeemedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {sender: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      faceValue
      recipient {
        id
      }
    }
    deposits: depositFundedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {sender: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
    }
    reserves: reserveFundedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {reserveHolder: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
    }
    reserveClaims: reserveClaimedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {reserveHolder: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      amount
      claimant {
        id
      }
    }
    gatewayWithdrawals: withdrawalEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {sender: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $gateway) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      deposit
      reserve
    }
    pollVotes: voteEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {voter: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $governance) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      choiceID
      poll {
        id
      }
    }
    treasuryVotes: treasuryVoteEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {voter: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $governance) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      support
      weight
      proposal {
        id
      }
    }
    migrations: stakeClaimedEvents(
      first: $first
      orderBy: timestamp
      orderDirection: desc
      where: {delegator: $account, timestamp_gte: $since, timestamp_lte: $until}
      block: $block
    ) @include(if: $staking) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
      stake
      fees
      delegate
    }
  }
`)
