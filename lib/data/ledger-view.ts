import type { Address } from 'viem'
import type { AccountEvent } from '@/lib/data/account-events'
import { addressOrNone, toNumber } from '@/lib/data/chain-client'
import type { DelegateRoundRow, DelegateRounds, RoundRow } from '@/lib/data/ledger-history'
import type { LedgerLineView, LedgerMovement, LedgerTotalsView } from '@/lib/data/ledger-types'
import { P6 } from '@/lib/protocol/fixed-point'
import type { Ledger, LedgerLine } from '@/lib/protocol/ledger'
import {
  type DelegateRound,
  missedReward,
  nearestRate,
  roundOutcome,
  treasuryRateOf,
} from '@/lib/protocol/ledger-rounds'
import { type CountedLine, ledgerTotals, ledgerTotalsBy, yieldOfGrowth } from '@/lib/protocol/ledger-totals'
import { type EarningsPool, sameAddress } from '@/lib/protocol/types'

export interface LineSources {
  account: Address
  ledger: Ledger
  rounds: ReadonlyMap<number, RoundRow>
  running: number
  /** By lower-case address; one that is missing leaves its lines without the orchestrator's figures. */
  histories: ReadonlyMap<string, DelegateRounds>
  pools: ReadonlyMap<string, ReadonlyMap<number, EarningsPool>>
  movements: readonly LedgerMovement[]
  claims: readonly AccountEvent[]
  /** The rate in force now: used for estimates where no reward of the orchestrator tells that of its time. */
  treasuryRateP27: bigint
}

/** The ledger's lines with what their rounds were, joined from the chain's pools and the index's histories. */
export function lineViews(sources: LineSources): LedgerLineView[] {
  const movements = new Map<number, LedgerMovement[]>()
  for (const movement of sources.movements) {
    movements.set(movement.round, [...(movements.get(movement.round) ?? []), movement])
  }
  const rates = treasuryRates(sources)
  return sources.ledger.lines.map((line) =>
    lineView(sources, line, {
      movements: movements.get(toNumber(line.round)) ?? [],
      rates: rates.get(line.delegateAtStart.toLowerCase()) ?? [],
    }),
  )
}

interface LineParts {
  movements: readonly LedgerMovement[]
  rates: readonly { round: bigint; rateP27: bigint }[]
}

function lineView(sources: LineSources, line: LedgerLine, parts: LineParts): LedgerLineView {
  const round = toNumber(line.round)
  const id = line.delegateAtStart.toLowerCase()
  const roundRow = sources.rounds.get(round)
  const row = sources.histories.get(id)?.byRound.get(round) ?? null
  const stored = sources.pools.get(id)?.get(round)
  const known = row && delegateRound(row, stored)
  const claim = sources.claims.find((event) => event.round === round)
  const claimedBeforeCall = Boolean(
    claim &&
      row?.call &&
      (claim.block < row.call.block ||
        (claim.block === row.call.block && claim.logIndex < row.call.logIndex)),
  )
  const historyMissing = line.start.stake > 0n && !sources.histories.has(id)
  const outcome = historyMissing
    ? 'unknown'
    : roundOutcome({
        stakeAtStart: line.start.stake,
        delegateRound: known,
        running: round === sources.running,
        claimedBeforeCall,
      })
  const missed = outcome === 'missed' || outcome === 'early'
  const startedAt = roundRow?.startedAt ?? 0
  return {
    round,
    startedAt,
    timestamp: row?.call?.timestamp ?? startedAt,
    block: row?.call?.block ?? null,
    tx: row?.call?.tx ?? null,
    delegate: addressOrNone(line.delegateAtStart),
    outcome,
    stakeAtStartWei: line.start.stake,
    stakeAtEndWei: line.end.stake,
    rewardWei: line.reward,
    feesWei: line.fees,
    principalInWei: line.principalIn,
    principalOutWei: line.principalOut,
    withdrawnFeesWei: line.withdrawnFees,
    orchestratorRewardWei: row?.rewardWei ?? null,
    orchestratorFeesWei: row?.feesWei ?? null,
    rewardCutP6: known?.rewardCutP6 ?? null,
    feeCutP6: row ? P6 - row.feeShareP6 : null,
    missedWei:
      missed && known
        ? missedReward({
            stake: line.start.stake,
            delegateRound: known,
            issue: roundRow ?? null,
            treasuryRateP27: nearestRate(parts.rates, line.round, sources.treasuryRateP27),
            own: sameAddress(line.delegateAtStart, sources.account),
          })
        : null,
    movements: parts.movements,
  }
}

/** Stake and cut as the chain stored them for the round; where nothing touched the pool, as the index saw them at its start. */
function delegateRound(row: DelegateRoundRow, stored: EarningsPool | undefined): DelegateRound {
  const touched = stored !== undefined && stored.totalStake > 0n
  return {
    reward: row.rewardWei,
    totalStake: touched ? stored.totalStake : row.totalStakeWei,
    rewardCutP6: row.rewardWei !== null && touched ? stored.rewardCutP6 : row.rewardCutP6,
  }
}

function treasuryRates(sources: LineSources): Map<string, { round: bigint; rateP27: bigint }[]> {
  return new Map(
    [...sources.histories].map(([id, { byRound }]) => [
      id,
      [...byRound.values()].flatMap((row) => {
        const issue = sources.rounds.get(row.round)
        const rateP27 =
          issue && treasuryRateOf(delegateRound(row, sources.pools.get(id)?.get(row.round)), issue)
        return rateP27 == null ? [] : [{ round: BigInt(row.round), rateP27 }]
      }),
    ]),
  )
}

/** How totals are grouped; UTC. */
export type LedgerPeriod = 'day' | 'month' | 'year'

/** Totals by day, month or year of the time a line counts at, oldest first. */
export function totalsBy(lines: readonly LedgerLineView[], period: LedgerPeriod): LedgerTotalsView[] {
  const length = { day: 10, month: 7, year: 4 }[period]
  return ledgerTotalsBy(lines.map(counted), ({ line }) => dayOf(line.timestamp).slice(0, length)).map(
    ({ key, lines: group }) =>
      totalsView(
        key,
        group.map(({ line }) => line),
      ),
  )
}

/** `2026-08-04` of Unix seconds, UTC. */
function dayOf(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 10)
}

/** Sums over lines that follow each other. */
export function totalsView(period: string, lines: readonly LedgerLineView[]): LedgerTotalsView {
  const totals = ledgerTotals(lines.map(counted))
  return {
    period,
    firstRound: lines[0]?.round ?? 0,
    lastRound: lines.at(-1)?.round ?? 0,
    rounds: totals.rounds,
    rewardWei: totals.reward,
    feesWei: totals.fees,
    principalInWei: totals.principalIn,
    principalOutWei: totals.principalOut,
    withdrawnFeesWei: totals.withdrawnFees,
    missedRounds: totals.missedRounds,
    earlyRounds: totals.earlyRounds,
    missedWei: totals.missedCost,
    yieldP9: yieldOfGrowth(totals.growthP27),
  }
}

function counted(line: LedgerLineView): CountedLine & { line: LedgerLineView } {
  return {
    line,
    startStake: line.stakeAtStartWei,
    reward: line.rewardWei,
    fees: line.feesWei,
    principalIn: line.principalInWei,
    principalOut: line.principalOutWei,
    slashed: 0n,
    withdrawnFees: line.withdrawnFeesWei,
    missed: line.outcome === 'missed',
    early: line.outcome === 'early',
    missedCost: line.missedWei,
  }
}
