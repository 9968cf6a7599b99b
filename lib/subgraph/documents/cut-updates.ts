import { graphql } from '@/lib/subgraph/graphql'

/** Every time an orchestrator set its cuts, a page after an id at a block. */
export const cutUpdatesDocument = graphql(`
  query CutUpdates($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transcoderUpdateEvents(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      timestamp
      delegate {
        id
      }
      rewardCut
      feeShare
    }
  }
`)
