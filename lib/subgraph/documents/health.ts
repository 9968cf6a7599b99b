import { graphql } from '@/lib/subgraph/graphql'

/** Newest block the index has seen. */
export const healthDocument = graphql(`
  query Health {
    _meta {
      block {
        number
        timestamp
      }
      deployment
      hasIndexingErrors
    }
  }
`)
