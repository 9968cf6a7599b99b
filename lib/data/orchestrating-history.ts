import type { Address } from 'viem'
import { feeDaysSince, indexNumber, indexWei, sumIndexWei } from '@/lib/data/index-figures'
import { type CallsNow, feeDays, isSettled, rewardRows } from '@/lib/data/orchestrator-history'
import type { RewardCallRound } from '@/lib/data/types'
import type { RewardRow } from '@/lib/protocol/reward-calls'
import { orchestratingHistoryDocument } from '@/lib/subgraph/documents/orchestrating-history'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** One round's pool of an orchestrator as the index has it. */
export interface PoolRound {
  round: number
  startedAt: number
  rewardWei: bigint | null
  feesWei: bigint
  /** Stake delegated to it when the round was initialised. */
  stakeWei: bigint
}

/** Ticket face value of one UTC day; days without a ticket have no row. */
export interface FeeDay {
  /** Unix seconds of the day's start. */
  day: number
  feesWei: bigint
}

/** History of one orchestrator; empty and zero for an address the index never saw as one. */
export interface OrchestratingHistory {
  /** Unix seconds of the latest activation; null while it is not in the set. */
  activeSince: number | null
  feesTotalWei: bigint
  fees90dWei: bigint
  rewardRows: readonly RewardRow[]
  /** Newest first. */
  pools: readonly PoolRound[]
  /** Oldest first, the last 90 days. */
  feeDays: readonly FeeDay[]
  indexedAt: IndexedAt
}

/**
 * @param now chain time, Unix seconds
 * @throws SourceError
 */
export async function readOrchestratingHistory(account: Address, now: number): Promise<OrchestratingHistory> {
  const answer = await querySubgraph(orchestratingHistoryDocument, {
    id: account.toLowerCase(),
    since: feeDaysSince(now, feeDays),
  })
  const row = answer.transcoder
  const pools = row?.pools ?? []
  return {
    activeSince: row?.activationTimestamp || null,
    feesTotalWei: indexWei(row?.totalVolumeETH ?? '0'),
    fees90dWei: sumIndexWei((row?.transcoderDays ?? []).map(({ volumeETH }) => volumeETH)),
    rewardRows: rewardRows(pools),
    pools: pools.map((pool) => ({
      round: indexNumber(pool.round.id),
      startedAt: pool.round.startTimestamp,
      rewardWei: pool.rewardTokens === null ? null : indexWei(pool.rewardTokens),
      feesWei: indexWei(pool.fees),
      stakeWei: indexWei(pool.totalStake),
    })),
    feeDays: (row?.transcoderDays ?? [])
      .map(({ date, volumeETH }) => ({ day: date, feesWei: indexWei(volumeETH) }))
      .sort((left, right) => left.day - right.day),
    indexedAt: indexedAt(answer._meta),
  }
}

/**
 * Rounds with their reward call, newest first. The chain says whether this round's call is made and which round the last one
 * was in; a reward amount the index does not have yet stays null. A finished round of which the index does not know the end
 * is left out: it was neither called nor missed for certain.
 */
export function rewardRoundViews(
  pools: readonly Omit<PoolRound, 'stakeWei'>[],
  chain: Omit<CallsNow, 'active'>,
): RewardCallRound[] {
  return pools.flatMap(({ round, startedAt, rewardWei, feesWei }): RewardCallRound[] => {
    const pool = { round, startedAt, rewardWei, feesWei }
    const called = pool.rewardWei !== null || pool.round === chain.lastRewardRound
    if (called) return [{ ...pool, state: 'called' }]
    if (pool.round >= chain.round) return [{ ...pool, state: 'open' }]
    return isSettled({ round: pool.round, called }, chain) ? [{ ...pool, state: 'missed' }] : []
  })
}
