import type { Address } from 'viem'
import { type SortKey, sortKeys } from '@/components/orchestrators/list-query'
import type { OrchestratorRow, RewardCalls, Standing } from '@/lib/data/types'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9 } from '@/lib/format/percent'

/** Reward calls of a window as the table shows them; null when the index did not answer. */
export type CallsCell = Pick<RewardCalls, 'called' | 'missed' | 'rounds'> | null

/** This round's call: made, still to come, or not the orchestrator's to make because it is not active. */
export type ThisRound = 'called' | 'open' | 'none'

/**
 * A row as the table island takes it: figures already spelled out (no bigint and no formatter in the browser), and
 * for each sort key its place in ascending order, so that sorting in the browser is exact.
 */
export interface ListRow {
  address: Address
  name: string | null
  active: boolean
  rank: number | null
  stake: string
  stakeExact: string
  share: string
  delegators: string | null
  rewardCut: string
  feeCut: string
  fees: string | null
  feesExact: string | null
  calls30: CallsCell
  calls90: CallsCell
  thisRound: ThisRound
  standing: Standing
  /** Place in ascending order by key; equal values share a place; null = unknown, always last. */
  order: Record<SortKey, number | null>
}

const standingOrder: Record<Standing, bigint> = {
  in: 5n,
  joining: 4n,
  edge: 3n,
  leaving: 2n,
  outside: 1n,
  unregistered: 0n,
}

/** Called out of finished rounds, base 10^6, rounded down; null where there is nothing to compare. */
function callRatioP6(calls: RewardCalls | null): bigint | null {
  if (calls === null || calls.rounds === 0) return null
  return (BigInt(calls.called) * 1_000_000n) / BigInt(calls.rounds)
}

const values: Record<SortKey, (row: OrchestratorRow) => bigint | string | null> = {
  stake: (row) => row.totalStakeWei,
  name: (row) => (row.name ?? row.address).toLowerCase(),
  delegators: (row) => (row.delegatorsCount === null ? null : BigInt(row.delegatorsCount)),
  'reward-cut': (row) => row.rewardCutP6,
  'fee-cut': (row) => row.feeCutP6,
  fees: (row) => row.fees90dWei,
  'calls-30': (row) => callRatioP6(row.rewardCalls30),
  'calls-90': (row) => callRatioP6(row.rewardCalls90),
  standing: (row) => standingOrder[row.standing],
}

function places(rows: readonly OrchestratorRow[], key: SortKey): (number | null)[] {
  const of = values[key]
  const all = rows.map(of)
  const known = [...new Set(all.filter((value) => value !== null))].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  )
  const placeOf = new Map(known.map((value, index) => [value, index]))
  return all.map((value) => (value === null ? null : (placeOf.get(value) ?? null)))
}

function thisRound(row: OrchestratorRow): ThisRound {
  if (row.calledThisRound) return 'called'
  return row.active ? 'open' : 'none'
}

/** Rows of the loader to rows of the table, in the loader's order. Stakes in whole LPT, fees with three decimals of ETH. */
export function toListRows(rows: readonly OrchestratorRow[]): ListRow[] {
  const orders = sortKeys.map((key) => ({ key, places: places(rows, key) }))
  return rows.map((row, index) => ({
    address: row.address,
    name: row.name,
    active: row.active,
    rank: row.rank,
    stake: fixedAmount(row.totalStakeWei, 0),
    stakeExact: exactAmount(row.totalStakeWei),
    share: percentP9(row.stakeShareP9),
    delegators: row.delegatorsCount === null ? null : formatInteger(row.delegatorsCount),
    rewardCut: percentP6(row.rewardCutP6),
    feeCut: percentP6(row.feeCutP6),
    fees: row.fees90dWei === null ? null : fixedAmount(row.fees90dWei, 3),
    feesExact: row.fees90dWei === null ? null : exactAmount(row.fees90dWei),
    calls30: row.rewardCalls30,
    calls90: row.rewardCalls90,
    thisRound: thisRound(row),
    standing: row.standing,
    order: Object.fromEntries(
      orders.map(({ key, places }) => [key, places[index] ?? null]),
    ) as ListRow['order'],
  }))
}
