import { graphql } from '@/lib/subgraph/graphql'

/** A page of gateways after an id, at a block. */
export const gatewayPageDocument = graphql(`
  query GatewayListPage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    broadcasters(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      deposit
    }
  }
`)

/** A page of parameter changes after an id, at a block. Neither contract nor value is kept by the index. */
export const parameterChangePageDocument = graphql(`
  query ParameterChangePage($after: ID!, $block: Block_height!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    parameterUpdateEvents(first: 1000, orderBy: id, where: { id_gt: $after }, block: $block) {
      id
      param
      timestamp
      round {
        id
      }
      transaction {
        id
      }
    }
  }
`)
