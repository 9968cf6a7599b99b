import { type Address, getAddress } from 'viem'
import { type Core, readCore } from '@/lib/data/core'
import { type CutHistories, readCutHistories } from '@/lib/data/cut-history'
import { type DelegatorCounts, readDelegatorCounts } from '@/lib/data/delegator-counts'
import { indexedRound } from '@/lib/data/index-figures'
import {
  mergeRewardCalls,
  type OrchestratorHistories,
  readOrchestratorHistories,
} from '@/lib/data/orchestrator-history'
import { readOutside, readPool } from '@/lib/data/pool'
import type { PoolMember, PoolReading } from '@/lib/data/pool-lens'
import { defaultProjection, networkFacts, projectAll } from '@/lib/data/projections'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import { isMemberActive, standingOf } from '@/lib/data/standing'
import type { Loaded, OrchestratorRow, OrchestratorsView } from '@/lib/data/types'
import { readYields, type Yields } from '@/lib/data/yields'
import { loadNames } from '@/lib/ens/names'
import { settings } from '@/lib/network/settings'
import { type CutSafety, cutSafety } from '@/lib/protocol/cut-safety'
import { P6, P9 } from '@/lib/protocol/fixed-point'

/** What the index knows, null where it is missing. */
export interface OrchestratorIndex {
  histories: OrchestratorHistories | null
  counts: DelegatorCounts | null
  cuts: CutHistories | null
  /** Round in which the histories' index stood; default: the running one. */
  round?: number | undefined
}

/**
 * Accounts outside the pool that belong in the list, by what the index knows: registered ones and those whose last round in
 * the set is not over. The chain is asked about each before it is shown.
 */
export function outsideCandidates(
  histories: OrchestratorHistories | null,
  pool: PoolReading,
  round: number,
): Address[] {
  const members = new Set(pool.members.map(({ address }) => address.toLowerCase()))
  return [...(histories?.byAddress.values() ?? [])]
    .filter(({ address, candidate }) => {
      if (members.has(address)) return false
      const leaving =
        BigInt(candidate.activationRound) <= BigInt(round) &&
        BigInt(candidate.deactivationRound) > BigInt(round)
      return candidate.registered || leaving
    })
    .map(({ address }) => getAddress(address))
}

/** A row before its projection, which takes the others' reward calls. */
type BareRow = Omit<OrchestratorRow, 'projected'>

const noYields: Yields = {
  30: { state: 'unknown', reason: 'It was not read' },
  90: { state: 'unknown', reason: 'It was not read' },
}

/** What rows are made from besides their own member. */
export interface RowContext {
  pool: PoolReading
  poolStakeWei: bigint
  round: number
  /** Chain time, Unix seconds. */
  now: number
  index: OrchestratorIndex
  yields: ReadonlyMap<string, Yields>
}

function cutSafetyOf(member: PoolMember, { index, now }: RowContext): CutSafety | null {
  if (!index.cuts) return null
  return cutSafety({
    history: index.cuts.byAddress.get(member.address.toLowerCase()) ?? [],
    current: member,
    now,
  })
}

/** One row: stake, cuts, reward state, yield and standing from the chain, history from the index. */
export function orchestratorRow(member: PoolMember, context: RowContext): BareRow {
  const { pool, poolStakeWei, round, index } = context
  const key = member.address.toLowerCase()
  const history = index.histories?.byAddress.get(key)
  const active = isMemberActive(member, round)
  const chain = { round, active, lastRewardRound: member.lastRewardRound, indexRound: index.round }
  const { standing, rank, marginWei } = standingOf(member, pool, round)
  const yields = context.yields.get(key) ?? noYields
  return {
    address: member.address,
    name: null,
    rank,
    totalStakeWei: member.stakeWei,
    stakeShareP9: rank === null || poolStakeWei === 0n ? 0n : (member.stakeWei * P9) / poolStakeWei,
    rewardCutP6: member.rewardCutP6,
    feeShareP6: member.feeShareP6,
    feeCutP6: P6 - member.feeShareP6,
    registered: member.registered,
    active,
    activationRound: member.activationRound,
    deactivationRound: member.deactivationRound,
    lastRewardRound: member.lastRewardRound,
    calledThisRound: member.lastRewardRound === round,
    standing,
    marginWei,
    delegatorsCount: index.counts ? (index.counts.byDelegate.get(key) ?? 0) : null,
    fees90dWei: index.histories ? (history?.fees90dWei ?? 0n) : null,
    rewardCalls30: index.histories ? mergeRewardCalls(history?.rewardRows ?? [], chain, 30) : null,
    rewardCalls90: index.histories ? mergeRewardCalls(history?.rewardRows ?? [], chain, 90) : null,
    serviceUri: history?.serviceUri ?? null,
    yield30: yields[30],
    yield90: yields[90],
    cutSafety: cutSafetyOf(member, context),
  }
}

/** Everyone in the list: pool members in the chain's order, then the others by stake. */
export function listedMembers(
  pool: PoolReading,
  outside: readonly PoolMember[],
  round: number,
): PoolMember[] {
  const others = outside
    .filter((member) => member.registered || isMemberActive(member, round))
    .sort((a, b) =>
      a.stakeWei === b.stakeWei ? a.address.localeCompare(b.address) : a.stakeWei < b.stakeWei ? 1 : -1,
    )
  return [...pool.members, ...others]
}

/** The index's part of the list. */
async function readOrchestratorIndex(reading: Reading): Promise<OrchestratorIndex> {
  const [histories, counts, cuts] = await Promise.all([
    reading.index('orchestrator-histories', 'per-minute', () =>
      readOrchestratorHistories(reading.head.timestamp),
    ),
    reading.index('delegator-counts', 'per-round', readDelegatorCounts),
    reading.index('cut-histories', 'per-minute', readCutHistories),
  ])
  return { histories, counts, cuts }
}

/**
 * The list as part of another loader's reading.
 * @throws SourceError
 */
export async function buildOrchestrators(reading: Reading): Promise<OrchestratorsView> {
  const [core, pool, index]: [Core, PoolReading, OrchestratorIndex] = await Promise.all([
    readCore(reading),
    readPool(reading),
    readOrchestratorIndex(reading),
  ])
  const round = roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
  const { histories } = index
  const seen = histories ? indexedRound(histories.indexedAt, round, reading.head.timestamp) : undefined
  const candidates = outsideCandidates(histories, pool, round.number)
  const outside = await readOutside(reading, candidates.join(), candidates)
  const members = listedMembers(pool, outside, round.number)
  const naming = loadNames(members.map(({ address }) => address))
  const yields = await readYields(reading, members, round.number, round.lengthBlocks, {
    histories,
    round: seen,
  })
  const context: RowContext = {
    pool,
    poolStakeWei: pool.members.reduce((sum, { stakeWei }) => sum + stakeWei, 0n),
    round: round.number,
    now: reading.head.timestamp,
    index: { ...index, round: seen },
    yields,
  }
  const rows = members.map((member) => orchestratorRow(member, context))
  const network = networkFacts(core, rows)
  // Some 100 ms of arithmetic: once a block, whoever asks. With another state of the index the figures differ.
  const known = `${histories?.indexedAt.block}/${index.cuts?.indexedAt.block}`
  const ranges = await reading.chain(`projected/${known}`, async () =>
    projectAll({ network, round }, rows, defaultProjection),
  )
  const names = await naming
  return {
    rows: rows.map((row, place) => ({
      ...row,
      name: names.get(row.address.toLowerCase()) ?? null,
      projected: ranges[place] ?? null,
    })),
    complete: histories !== null,
    round,
    activeStakeWei: core.activeStakeWei,
    network,
    poolSize: pool.members.length,
    poolMaxSize: pool.maxSize,
  }
}

/** Every orchestrator: the active set, those that join or leave, and registered ones outside (2.1). */
export function loadOrchestrators(): Promise<Loaded<OrchestratorsView>> {
  return load(buildOrchestrators)
}
