import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '@/lib/subgraph/graphql-env'

/** Typed GraphQL documents of the Livepeer subgraph; scalars as subgraph.md 0.2 has them: numbers of any size come as text. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: {
    ID: string
    BigInt: string
    BigDecimal: string
    Bytes: `0x${string}`
    Int8: string
    Timestamp: string
  }
}>()
