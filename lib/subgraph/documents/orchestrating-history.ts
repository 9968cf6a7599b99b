import { graphql } from '@/lib/subgraph/graphql'

/** Rounds, fees and dates of one orchestrator; fee days since $since (Unix seconds). */
export const orchestratingHistoryDocument = graphql(`
  query OrchestratingHistory($id: ID!, $since: Int!) {
    _meta {
      block {
        number
        timestamp
      }
    }
    transcoder(id: $id) {
      activationTimestamp
      totalVolumeETH
      transcoderDays(first: 91, orderBy: date, orderDirection: desc, where: { date_gte: $since }) {
        date
        volumeETH
      }
      pools(first: 91, orderBy: id, orderDirection: desc) {
        round {
          id
          startTimestamp
        }
        totalStake
        rewardTokens
        fees
      }
    }
  }
`)
