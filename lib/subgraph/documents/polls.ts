import { graphql } from '@/lib/subgraph/graphql'

/** A page of LIP polls after an id, at a block. */
export const pollPageDocument = graphql(`
  query PollListPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    polls(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      proposal
      endBlock
      quorum
      quota
      tally {
        yes
        no
      }
    }
  }
`)
