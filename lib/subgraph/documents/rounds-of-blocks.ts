import { graphql } from '@/lib/subgraph/graphql'

/** The initialised rounds that hold L1 blocks: one filter `{startBlock_lte, endBlock_gte}` for each block. */
export const roundsOfBlocksDocument = graphql(`
  query RoundsOfBlocks($holding: [Round_filter]!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    rounds(first: 1000, where: { or: $holding }) {
      id
      startBlock
      endBlock
      startTimestamp
      totalActiveStake
    }
  }
`)
