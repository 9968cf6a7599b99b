import { graphql } from '@/lib/subgraph/graphql'

/** One LIP poll; the tally is the index's own. */
export const pollDocument = graphql(`
  query Poll($id: ID!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    poll(id: $id) {
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

/** A page of a poll's votes after an id, at a block; placeholders without a choice are not among them. */
export const pollVotePageDocument = graphql(`
  query PollVotePage($poll: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    votes(first: 1000, orderBy: id, where: { poll: $poll, id_gt: $after }, block: $block) {
      id
      voter
      choiceID
      voteStake
      nonVoteStake
      registeredTranscoder
    }
  }
`)

/** A page of the votes of several polls after an id, at a block; ids begin with the voter. */
export const votesOfPollsPageDocument = graphql(`
  query VotesOfPollsPage($polls: [String!]!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    votes(first: 1000, orderBy: id, where: { poll_in: $polls, id_gt: $after }, block: $block) {
      id
      voter
      choiceID
      voteStake
      nonVoteStake
      registeredTranscoder
      poll {
        id
      }
    }
  }
`)

/** A page of the vote transactions of a poll after an id, at a block: every change of mind is one. */
export const pollVoteEventPageDocument = graphql(`
  query PollVoteEventPage($poll: String!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    voteEvents(first: 1000, orderBy: id, where: { poll: $poll, id_gt: $after }, block: $block) {
      id
      voter
      choiceID
      timestamp
      transaction {
        id
      }
    }
  }
`)
