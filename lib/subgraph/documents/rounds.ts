import { graphql } from '@/lib/subgraph/graphql'

/** When rounds were initialised. */
export const roundDatesDocument = graphql(`
  query RoundDates($ids: [ID!]!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    rounds(first: 1000, where: { id_in: $ids, initialized: true }) {
      id
      startTimestamp
    }
  }
`)

/** The initialised round an L1 block lies in, or the last one before it. */
export const roundOfBlockDocument = graphql(`
  query RoundOfBlock($block: BigInt!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    rounds(
      first: 1
      orderBy: startBlock
      orderDirection: desc
      where: { startBlock_lte: $block, initialized: true }
    ) {
      id
      startBlock
      endBlock
      startTimestamp
      totalActiveStake
    }
  }
`)
