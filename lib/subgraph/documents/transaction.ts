import { eventFieldsFragment } from '@/lib/subgraph/event-fields'
import { graphql } from '@/lib/subgraph/graphql'

/** What the index has of one transaction: its events, as everywhere. */
export const transactionDocument = graphql(
  `
  query Transaction($hash: ID!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transaction(id: $hash) {
      id
      timestamp
      from
      events(first: 100, orderBy: id) {
        __typename
        ...EventFields
      }
    }
  }
`,
  [eventFieldsFragment],
)
