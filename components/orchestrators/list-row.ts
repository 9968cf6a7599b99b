import type { Address } from 'viem'
import type { OrchestratorRow, RewardCalls, Standing } from '@/lib/data/types'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9 } from '@/lib/format/percent'

/** Reward calls of a window as tables show them; null when the index did not answer. */
export type CallsCell = Pick<RewardCalls, 'called' | 'missed' | 'rounds'> | null

/** This round's call: made, still to come, or not the orchestrator's to make because it is not active. */
export type ThisRound = 'called' | 'open' | 'none'

/** A row's figures spelled out, the same in every table that shows them. */
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
}

function thisRound(row: OrchestratorRow): ThisRound {
  if (row.calledThisRound) return 'called'
  return row.active ? 'open' : 'none'
}

/** Rows of the loader spelled out, in their order. Stakes in whole LPT, fees with three decimals of ETH. */
export function toListRows(rows: readonly OrchestratorRow[]): ListRow[] {
  return rows.map((row) => ({
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
  }))
}
