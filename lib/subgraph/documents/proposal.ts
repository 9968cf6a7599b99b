import { graphql } from '@/lib/subgraph/graphql'

/** What a treasury proposal says and does. */
export const proposalDocument = graphql(`
  query TreasuryProposal($id: ID!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    treasuryProposal(id: $id) {
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

/** A page of the votes on a proposal after an id, at a block. Weights are full ones: overrides are not taken off. */
export const proposalVotePageDocument = graphql(`
  query ProposalVotePage($proposal: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    treasuryVoteEvents(first: 1000, orderBy: id, where: { proposal: $proposal, id_gt: $after }, block: $block) {
      id
      timestamp
      support
      weight
      reason
      voter {
        id
      }
      transaction {
        id
      }
    }
  }
`)
