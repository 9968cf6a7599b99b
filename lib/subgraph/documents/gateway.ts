import { graphql } from '@/lib/subgraph/graphql'

/** A gateway's fee days since $since (Unix seconds), newest first, and when it first funded. */
export const gatewayDocument = graphql(`
  query Gateway($id: ID!, $since: Int!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    broadcaster(id: $id) {
      totalVolumeETH
      firstFundedDay
      broadcasterDays(first: 400, orderBy: date, orderDirection: desc, where: { date_gte: $since }) {
        date
        volumeETH
      }
    }
  }
`)

/** A page of a gateway's winning tickets since $since (Unix seconds) after an id, at a block. */
export const gatewayTicketPageDocument = graphql(`
  query GatewayTicketPage($id: String!, $since: Int!, $after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    winningTicketRedeemedEvents(
      first: 1000
      orderBy: id
      where: { sender: $id, timestamp_gte: $since, id_gt: $after }
      block: $block
    ) {
      id
      faceValue
      recipient {
        id
      }
    }
  }
`)
