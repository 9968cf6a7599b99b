import { type Address, getAddress } from 'viem'
import { readCore } from '@/lib/data/core'
import { readCutHistories } from '@/lib/data/cut-history'
import { readMember } from '@/lib/data/delegating-account'
import { indexedRound } from '@/lib/data/index-figures'
import { type FeeDay, readOrchestratingHistory, rewardRoundViews } from '@/lib/data/orchestrating-history'
import { readYieldHistory, type YieldPoint } from '@/lib/data/orchestrating-yields'
import { readOrchestratorHistories } from '@/lib/data/orchestrator-history'
import { readPool } from '@/lib/data/pool'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded, RewardCallRound } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'
import type { CutsSet } from '@/lib/protocol/cut-safety'

/** A round in the active set, with the stake it began with. */
export interface RecordRound extends RewardCallRound {
  /** Delegated to it when the round was initialised, as the index saw it. */
  stakeWei: bigint
}

/** What an orchestrator did over time: what its charts are drawn from. Everything oldest first. */
export interface OrchestratingRecord {
  /** The running round. */
  round: number
  /** Rounds in the active set, at most the last 90 and the running one; null: the index did not answer. */
  rounds: readonly RecordRound[] | null
  /** Days with fees of the last 90, today's among them; null: the index did not answer. */
  feeDays: readonly FeeDay[] | null
  /** Every time it set its cuts; null: the index did not answer. */
  cuts: readonly CutsSet[] | null
  /** Cuts in force now, by the chain. */
  cutsNow: Omit<CutsSet, 'timestamp'>
  /** null: the chain did not answer for past rounds. */
  yields: readonly YieldPoint[] | null
}

async function buildRecord(reading: Reading, account: Address): Promise<OrchestratingRecord> {
  const id = account.toLowerCase()
  const [core, pool, history, cuts, histories] = await Promise.all([
    readCore(reading),
    readPool(reading),
    reading.index(`orchestrating/${id}`, 'per-minute', () =>
      readOrchestratingHistory(account, reading.head.timestamp),
    ),
    reading.index('cut-histories', 'per-minute', readCutHistories),
    reading.index('orchestrator-histories', 'per-minute', () =>
      readOrchestratorHistories(reading.head.timestamp),
    ),
  ])
  const member = await readMember(reading, pool, account)
  if (!member) throw new SourceError('The orchestrator could not be read.', 'Reload in a moment.')
  const now = reading.head.timestamp
  const round = roundView(core, now, settings().network.secondsPerBlock)
  const seen = (known: { indexedAt: { timestamp: number } } | null) =>
    known ? indexedRound(known.indexedAt, round, now) : undefined
  const yields = await readYieldHistory(reading, member, round.number, round.lengthBlocks, {
    histories,
    round: seen(histories),
  }).catch((error: unknown) => {
    if (!isSourceError(error)) throw error
    return null
  })
  const stakes = new Map((history?.pools ?? []).map((row) => [row.round, row.stakeWei]))
  const calls = history && {
    round: round.number,
    lastRewardRound: member.lastRewardRound,
    indexRound: seen(history),
  }
  return {
    round: round.number,
    rounds:
      history &&
      calls &&
      rewardRoundViews(history.pools, calls)
        .map((row) => ({ ...row, stakeWei: stakes.get(row.round) ?? 0n }))
        .reverse(),
    feeDays: history && history.feeDays,
    cuts: cuts && (cuts.byAddress.get(id) ?? []),
    cutsNow: { rewardCutP6: member.rewardCutP6, feeShareP6: member.feeShareP6 },
    yields,
  }
}

/** Stake, rewards, fees, cuts and realised yield of an orchestrator over time (3.4). Any address is valid. */
export function loadOrchestratingRecord(address: Address): Promise<Loaded<OrchestratingRecord>> {
  const account = getAddress(address)
  return load((reading) => buildRecord(reading, account))
}
