import { graphql } from '@/lib/subgraph/graphql'

/**
 * History of everyone who has stake delegated to them: fee days since $since (Unix seconds), newest pools, service URI; a page at a block.
 * Pages are small: each row carries some 180 rows of its own, and gateways limit the size of an answer.
 */
export const orchestratorHistoriesDocument = graphql(`
  query OrchestratorHistories($since: Int!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transcoders(first: 200, orderBy: id, where: { id_gt: $after, totalStake_gt: "0" }, block: $block) {
      id
      status
      serviceURI
      activationRound
      deactivationRound
      transcoderDays(first: 91, orderBy: date, orderDirection: desc, where: { date_gte: $since }) {
        volumeETH
      }
      pools(first: 91, orderBy: id, orderDirection: desc) {
        round {
          id
        }
        rewardTokens
        fees
      }
    }
  }
`)
