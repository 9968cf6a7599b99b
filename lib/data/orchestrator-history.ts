import type { Address } from 'viem'
import { feeDaysSince, indexNumber, indexWei, sumIndexWei } from '@/lib/data/index-figures'
import type { RewardCalls } from '@/lib/data/types'
import { type RewardRow, rewardCalls } from '@/lib/protocol/reward-calls'
import { orchestratorHistoriesDocument } from '@/lib/subgraph/documents/orchestrator-histories'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { readAllPages } from '@/lib/subgraph/paging'
import { querySubgraph } from '@/lib/subgraph/query'

/** What the index adds about one orchestrator. */
export interface OrchestratorHistory {
  address: Address
  /** Registered or still in the set as far as the index knows; the chain decides. */
  candidate: { registered: boolean; activationRound: string; deactivationRound: string }
  serviceUri: string | null
  /** Ticket face value of the last 90 days, wei of ETH: the sum of its day rows (the index's own sum is frozen, Q4). */
  fees90dWei: bigint
  rewardRows: readonly RewardRow[]
  /** Rounds of those rows in which it won fees. */
  feeRounds: readonly number[]
}

export interface OrchestratorHistories {
  /** By lower-case address. */
  byAddress: ReadonlyMap<string, OrchestratorHistory>
  indexedAt: IndexedAt
}

/** As the document asks. */
const historiesPerPage = 200

/** Days of fees shown in lists. */
export const feeDays = 90

/** Reward rows of pools as the index has them: null reward tokens mean that no call was made. */
export function rewardRows(
  pools: readonly { round: { id: string }; rewardTokens: string | null }[],
): RewardRow[] {
  return pools.map(({ round, rewardTokens }) => ({
    round: BigInt(indexNumber(round.id)),
    rewarded: rewardTokens !== null,
  }))
}

/**
 * Histories of everyone with delegated stake.
 * @param now chain time, Unix seconds
 * @throws SourceError
 */
export async function readOrchestratorHistories(now: number): Promise<OrchestratorHistories> {
  const since = feeDaysSince(now, feeDays)
  const { rows, block, timestamp } = await readAllPages(async (after, pin) => {
    const page = await querySubgraph(orchestratorHistoriesDocument, { since, after, block: pin })
    return { rows: page.transcoders, ...indexedAt(page._meta) }
  }, historiesPerPage)
  const histories = rows.map((row): [string, OrchestratorHistory] => [
    row.id,
    {
      address: row.id as Address,
      candidate: {
        registered: row.status === 'Registered',
        activationRound: row.activationRound,
        deactivationRound: row.deactivationRound,
      },
      serviceUri: row.serviceURI || null,
      fees90dWei: sumIndexWei(row.transcoderDays.map(({ volumeETH }) => volumeETH)),
      rewardRows: rewardRows(row.pools ?? []),
      feeRounds: (row.pools ?? []).flatMap(({ round, fees }) =>
        indexWei(fees) > 0n ? [indexNumber(round.id)] : [],
      ),
    },
  ])
  return { byAddress: new Map(histories), indexedAt: { block, timestamp } }
}

/** What the chain says of an orchestrator's calls, and the round in which the index stood (default: the running one). */
export interface CallsNow {
  round: number
  active: boolean
  lastRewardRound: number
  indexRound?: number | undefined
}

/** Whether it is certain that a finished round was called or missed: the index may have been asked before its end. */
export function isSettled(
  row: { round: number; called: boolean },
  { round, lastRewardRound, indexRound = round }: Omit<CallsNow, 'active'>,
): boolean {
  return row.called || row.round === lastRewardRound || row.round < indexRound
}

/**
 * Reward calls in a window, with the running round as the chain has it: the index may not have seen its call, or the round,
 * yet.
 */
export function mergeRewardCalls(
  rows: readonly RewardRow[],
  chain: CallsNow,
  windowRounds: number,
): RewardCalls {
  const round = BigInt(chain.round)
  const past = rows.filter(
    (row) => row.round < round && isSettled({ round: Number(row.round), called: row.rewarded }, chain),
  )
  const known = past.map((row) =>
    row.round === BigInt(chain.lastRewardRound) ? { round: row.round, rewarded: true } : row,
  )
  const running: RewardRow[] = chain.active
    ? [{ round, rewarded: chain.lastRewardRound === chain.round }]
    : []
  const { missed, open, finished } = rewardCalls([...running, ...known], round, BigInt(windowRounds))
  // The rule counts a call in the running round as called; the view is about finished rounds only.
  return { called: finished - missed, missed, open, rounds: finished }
}
