import { graphql } from '@/lib/subgraph/graphql'

/** A page of accounts with stake after an id, at a block: the first page asks for the newest, the others for its block. */
export const delegatorPageDocument = graphql(`
  query DelegatorPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    delegators(first: 1000, orderBy: id, where: { bondedAmount_gt: "0", id_gt: $after }, block: $block) {
      id
      delegate {
        id
      }
    }
  }
`)
