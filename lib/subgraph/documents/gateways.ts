import { graphql } from '@/lib/subgraph/graphql'

/** A page of gateways after an id, at a block. Funds are not asked for: they are the chain's (subgraph.md Q1). */
export const gatewaysPageDocument = graphql(`
  query GatewaysPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    broadcasters(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      totalVolumeETH
      totalVolumeUSD
      firstFundedDay
      lastFundedDay
    }
  }
`)

/** A page of days on which gateways paid, since a day (Unix seconds), after an id, at a block. */
export const gatewayDayPageDocument = graphql(`
  query GatewayDayPage($since: Int!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    broadcasterDays(first: 1000, orderBy: id, where: { id_gt: $after, date_gte: $since }, block: $block) {
      id
      volumeETH
      volumeUSD
    }
  }
`)
