import { graphql } from '@/lib/subgraph/graphql'

/** The last round with a reward, and with fees, up to $round of everyone with delegated stake; a page at a block. */
export const yieldStartsDocument = graphql(`
  query YieldStarts($round: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transcoders(first: 1000, orderBy: id, where: { id_gt: $after, totalStake_gt: "0" }, block: $block) {
      id
      rewards: pools(
        first: 1
        orderBy: id
        orderDirection: desc
        where: { round_lte: $round, rewardTokens_not: null }
      ) {
        round {
          id
        }
      }
      fees: pools(
        first: 1
        orderBy: id
        orderDirection: desc
        where: { round_lte: $round, fees_gt: "0" }
      ) {
        round {
          id
        }
      }
    }
  }
`)
