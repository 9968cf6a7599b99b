import { graphql } from '@/lib/subgraph/graphql'

/** What the contracts do not keep of a delegating account: lifetime sums, and where each lock's stake came from. */
export const delegatingHistoryDocument = graphql(`
  query DelegatingHistory($id: ID!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    delegator(id: $id) {
      bondedAmount
      principal
      unbonded
      withdrawnFees
      unbondingLocks(first: 1000, orderBy: unbondingLockId) {
        unbondingLockId
        delegate {
          id
        }
      }
    }
  }
`)
