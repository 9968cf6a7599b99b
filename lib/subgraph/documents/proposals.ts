import { graphql } from '@/lib/subgraph/graphql'

/** A page of treasury proposals after an id, at a block. State, tallies and deadlines are the governor's. */
export const proposalPageDocument = graphql(`
  query ProposalListPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    treasuryProposals(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      description
      targets
      values
      calldatas
      voteStart
      voteEnd
      proposer {
        id
      }
    }
  }
`)
