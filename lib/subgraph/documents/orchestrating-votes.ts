import { graphql } from '@/lib/subgraph/graphql'

/** A page of an account's votes in LIP polls after an id, at a block: one a poll, as it stands; without a choice for one it never voted in. */
export const accountPollVotePageDocument = graphql(`
  query AccountPollVotePage($voter: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    votes(first: 1000, orderBy: id, where: { voter: $voter, id_gt: $after }, block: $block) {
      id
      choiceID
      poll {
        id
      }
    }
  }
`)

/** A page of the transactions of those votes after an id, at a block: every change of mind is one. */
export const accountPollVoteEventPageDocument = graphql(`
  query AccountPollVoteEventPage($voter: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    voteEvents(first: 1000, orderBy: id, where: { voter: $voter, id_gt: $after }, block: $block) {
      id
      timestamp
      poll {
        id
      }
    }
  }
`)

/** A page of an account's votes on treasury proposals after an id, at a block. */
export const accountTreasuryVotePageDocument = graphql(`
  query AccountTreasuryVotePage($voter: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    treasuryVoteEvents(first: 1000, orderBy: id, where: { voter: $voter, id_gt: $after }, block: $block) {
      id
      timestamp
      support
      proposal {
        id
      }
    }
  }
`)

/** When an orchestrator first became active; round ids are text, so that the time orders them. */
export const firstActivationDocument = graphql(`
  query FirstActivation($id: String!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transcoderActivatedEvents(first: 1, orderBy: timestamp, where: { delegate: $id }) {
      round {
        startBlock
      }
    }
  }
`)
