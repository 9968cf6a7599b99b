import { graphql } from '@/lib/subgraph/graphql'

/** Totals over all time that no contract keeps. */
export const protocolTotalsDocument = graphql(`
  query ProtocolTotals {
    _meta {
      block {
        number
        timestamp
      }
    }
    protocol(id: "0") {
      totalVolumeETH
    }
  }
`)
