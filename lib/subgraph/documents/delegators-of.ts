import { graphql } from '@/lib/subgraph/graphql'

/** A page of the accounts bonded to one orchestrator, after an id, at a block. */
export const delegatorsOfDocument = graphql(`
  query DelegatorsOf($delegate: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    delegators(
      first: 1000
      orderBy: id
      where: { delegate: $delegate, bondedAmount_gt: "0", id_gt: $after }
      block: $block
    ) {
      id
      bondedAmount
      fees
      startRound
      lastClaimRound {
        id
      }
    }
  }
`)
