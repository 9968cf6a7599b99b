import { graphql } from '@/lib/subgraph/graphql'

/** A page of initialised rounds after an id (text order), at a block. */
export const roundPageDocument = graphql(`
  query RoundPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    rounds(first: 1000, orderBy: id, where: { initialized: true, id_gt: $after }, block: $block) {
      id
      startTimestamp
      mintableTokens
      totalActiveStake
      totalSupply
      inflation
      volumeETH
      length
      startBlock
    }
  }
`)

/** A page of the transactions that initialised rounds. */
export const newRoundPageDocument = graphql(`
  query NewRoundPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    newRoundEvents(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      round {
        id
      }
      transaction {
        blockNumber
      }
    }
  }
`)

/** A page of days with fees in ETH and USD, whose quotient is the day's price of ETH. */
export const feeDayPageDocument = graphql(`
  query FeeDayPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    days(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      volumeETH
      volumeUSD
    }
  }
`)

/** A page of an orchestrator's rounds in the active set. */
export const delegatePoolPageDocument = graphql(`
  query DelegatePoolPage($delegate: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    pools(first: 1000, orderBy: id, where: { delegate: $delegate, id_gt: $after }, block: $block) {
      id
      round {
        id
      }
      fees
      rewardTokens
      totalStake
      rewardCut
      feeShare
    }
  }
`)

/** A page of an orchestrator's reward calls. */
export const delegateRewardPageDocument = graphql(`
  query DelegateRewardPage($delegate: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    rewardEvents(first: 1000, orderBy: id, where: { delegate: $delegate, id_gt: $after }, block: $block) {
      id
      timestamp
      round {
        id
      }
      transaction {
        id
        blockNumber
      }
    }
  }
`)

/** The price of LPT in ETH as the index had it at ten blocks (the last one again where there are fewer). */
export const pricesAtBlocksDocument = graphql(`
  query PricesAtBlocks(
    $b0: Block_height!
    $b1: Block_height!
    $b2: Block_height!
    $b3: Block_height!
    $b4: Block_height!
    $b5: Block_height!
    $b6: Block_height!
    $b7: Block_height!
    $b8: Block_height!
    $b9: Block_height!
  ) {
    _meta {
      block {
        number
        timestamp
      }
    }
    p0: protocol(id: "0", block: $b0) {
      lptPriceEth
    }
    p1: protocol(id: "0", block: $b1) {
      lptPriceEth
    }
    p2: protocol(id: "0", block: $b2) {
      lptPriceEth
    }
    p3: protocol(id: "0", block: $b3) {
      lptPriceEth
    }
    p4: protocol(id: "0", block: $b4) {
      lptPriceEth
    }
    p5: protocol(id: "0", block: $b5) {
      lptPriceEth
    }
    p6: protocol(id: "0", block: $b6) {
      lptPriceEth
    }
    p7: protocol(id: "0", block: $b7) {
      lptPriceEth
    }
    p8: protocol(id: "0", block: $b8) {
      lptPriceEth
    }
    p9: protocol(id: "0", block: $b9) {
      lptPriceEth
    }
  }
`)
