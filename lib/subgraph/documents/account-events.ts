import { graphql } from '@/lib/subgraph/graphql'

/**
 * A page of each list of an account's events after an id of that list, at a block. An id after `~` finds nothing: so a list
 * that is read whole is left out of later pages. Of tickets only whether there are any: orchestrators have many thousands.
 */
export const accountEventPageDocument = graphql(`
  query AccountEventPage(
    $account: String!
    $bonds: ID!
    $unbonds: ID!
    $rebonds: ID!
    $given: ID!
    $received: ID!
    $claims: ID!
    $feeWithdrawals: ID!
    $stakeWithdrawals: ID!
    $migrations: ID!
    $rewards: ID!
    $block: Block_height!
  ) {
    _meta {
      block {
        number
        timestamp
      }
    }
    bonds: bondEvents(first: 1000, orderBy: id, where: { delegator: $account, id_gt: $bonds }, block: $block) {
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
      newDelegate {
        id
      }
    }
    unbonds: unbondEvents(
      first: 1000
      orderBy: id
      where: { delegator: $account, id_gt: $unbonds }
      block: $block
    ) {
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
      unbondingLockId
      delegate {
        id
      }
    }
    rebonds: rebondEvents(
      first: 1000
      orderBy: id
      where: { delegator: $account, id_gt: $rebonds }
      block: $block
    ) {
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
      unbondingLockId
      delegate {
        id
      }
    }
    given: transferBondEvents(
      first: 1000
      orderBy: id
      where: { oldDelegator: $account, id_gt: $given }
      block: $block
    ) {
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
      oldUnbondingLockId
      newDelegator {
        id
      }
    }
    received: transferBondEvents(
      first: 1000
      orderBy: id
      where: { newDelegator: $account, id_gt: $received }
      block: $block
    ) {
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
      newUnbondingLockId
      oldDelegator {
        id
      }
    }
    claims: earningsClaimedEvents(
      first: 1000
      orderBy: id
      where: { delegator: $account, id_gt: $claims }
      block: $block
    ) {
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
      endRound {
        id
      }
    }
    feeWithdrawals: withdrawFeesEvents(
      first: 1000
      orderBy: id
      where: { delegator: $account, id_gt: $feeWithdrawals }
      block: $block
    ) {
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
    stakeWithdrawals: withdrawStakeEvents(
      first: 1000
      orderBy: id
      where: { delegator: $account, id_gt: $stakeWithdrawals }
      block: $block
    ) {
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
      unbondingLockId
    }
    migrations: stakeClaimedEvents(
      first: 1000
      orderBy: id
      where: { delegator: $account, id_gt: $migrations }
      block: $block
    ) {
      id
      transaction {
        id
        blockNumber
      }
      stake
      fees
    }
    rewards: rewardEvents(first: 1000, orderBy: id, where: { delegate: $account, id_gt: $rewards }, block: $block) {
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
    tickets: winningTicketRedeemedEvents(first: 1, where: { recipient: $account }, block: $block) {
      id
    }
  }
`)

/** A page of the tickets an orchestrator redeemed in a span of time, after an id, at a block. */
export const ticketPageDocument = graphql(`
  query TicketPage($recipient: String!, $since: Int!, $until: Int!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    winningTicketRedeemedEvents(
      first: 1000
      orderBy: id
      where: { recipient: $recipient, timestamp_gte: $since, timestamp_lt: $until, id_gt: $after }
      block: $block
    ) {
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
    }
  }
`)
