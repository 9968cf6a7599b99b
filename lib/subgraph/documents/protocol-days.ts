import { graphql } from '@/lib/subgraph/graphql'

/** A page of days after an id (text order: day numbers have five digits until 2243), at a block. */
export const protocolDayPageDocument = graphql(`
  query ProtocolDayPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    days(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      volumeETH
      volumeUSD
      totalSupply
      totalActiveStake
      inflation
      activeTranscoderCount
    }
  }
`)

/** Tickets of one round. */
export const roundFeesDocument = graphql(`
  query RoundFees($round: ID!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    round(id: $round) {
      volumeETH
    }
  }
`)
