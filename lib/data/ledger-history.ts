import { type Address, getAddress, type Hex } from 'viem'
import { placeOf } from '@/lib/data/account-events'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import type { RoundIssue } from '@/lib/protocol/ledger-rounds'
import {
  delegatePoolPageDocument,
  delegateRewardPageDocument,
  roundPageDocument,
} from '@/lib/subgraph/documents/ledger'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** A round as the index has it. */
export interface RoundRow extends RoundIssue {
  round: number
  startedAt: number
  lengthBlocks: number
  startBlock: number
  inflationP9: bigint
  totalSupplyWei: bigint
  feesWei: bigint
}

/** Every initialised round, oldest first. */
export interface RoundRows {
  rounds: readonly RoundRow[]
  indexedAt: IndexedAt
}

/** @throws SourceError */
export async function readRoundRows(): Promise<RoundRows> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(roundPageDocument, { after, block }),
    ({ rounds }) => rounds,
  )
  const rounds = rows.map((row) => ({
    round: indexNumber(row.id),
    startedAt: row.startTimestamp,
    lengthBlocks: indexNumber(row.length),
    startBlock: indexNumber(row.startBlock),
    inflationP9: BigInt(row.inflation),
    totalSupplyWei: indexWei(row.totalSupply),
    feesWei: indexWei(row.volumeETH),
    mintable: indexWei(row.mintableTokens),
    activeStake: indexWei(row.totalActiveStake),
  }))
  return { rounds: rounds.toSorted((a, b) => a.round - b.round), indexedAt }
}

/** An orchestrator in one round of the active set. */
export interface DelegateRoundRow {
  round: number
  /** null: no reward call that the index has. */
  rewardWei: bigint | null
  feesWei: bigint
  totalStakeWei: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  /** The reward call. */
  call: { timestamp: number; block: number; logIndex: number; tx: Hex } | null
}

/** An orchestrator's rounds in the active set. */
export interface DelegateRounds {
  delegate: Address
  byRound: ReadonlyMap<number, DelegateRoundRow>
  indexedAt: IndexedAt
}

/** @throws SourceError */
export async function readDelegateRounds(delegate: Address): Promise<DelegateRounds> {
  const id = delegate.toLowerCase()
  const [pools, rewards] = await Promise.all([
    readRows(
      (after, block) => querySubgraph(delegatePoolPageDocument, { delegate: id, after, block }),
      (answer) => answer.pools,
    ),
    readRows(
      (after, block) => querySubgraph(delegateRewardPageDocument, { delegate: id, after, block }),
      (answer) => answer.rewardEvents,
    ),
  ])
  const calls = new Map(rewards.rows.map(placeOf).map((place) => [place.round, place]))
  const rows = pools.rows.map((pool): [number, DelegateRoundRow] => {
    const round = indexNumber(pool.round.id)
    return [
      round,
      {
        round,
        rewardWei: pool.rewardTokens === null ? null : indexWei(pool.rewardTokens),
        feesWei: indexWei(pool.fees),
        totalStakeWei: indexWei(pool.totalStake),
        rewardCutP6: BigInt(pool.rewardCut),
        feeShareP6: BigInt(pool.feeShare),
        call: calls.get(round) ?? null,
      },
    ]
  })
  return { delegate: getAddress(delegate), byRound: new Map(rows), indexedAt: pools.indexedAt }
}
