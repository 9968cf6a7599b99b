import type { LedgerView } from '@/lib/data/ledger-types'
import { totalsView } from '@/lib/data/ledger-view'
import { P9, P27 } from '@/lib/protocol/fixed-point'
import { elapsedRounds } from '@/lib/protocol/ledger-totals'
import { LEAST_YIELD_ROUNDS, yearlyYield } from '@/lib/protocol/yield'

/** What an account's own stake earned over its last finished rounds, from its ledger. */
interface WindowYield {
  /** Finished rounds of the window that passed while it had stake, whether initialised or not. */
  rounds: number
  rewardWei: bigint
  feesWei: bigint
  missedRounds: number
  /** Rewards on the stake held, time-weighted. */
  yieldP9: bigint
  /** The same as one of 365 days, compounded; null: too few rounds to say. */
  yearlyP9: bigint | null
}

/**
 * Sums of the ledger's lines over the last finished rounds; null: no stake in any of them.
 * @param roundLength blocks of a round
 */
export function windowYield(
  { lines, round }: Pick<LedgerView, 'lines' | 'round'>,
  windowRounds: number,
  roundLength: number,
): WindowYield | null {
  const finished = lines
    .filter((line) => line.round < round)
    .toSorted((left, right) => left.round - right.round)
  const held = finished.filter((line) => line.round >= round - windowRounds && line.stakeAtStartWei > 0n)
  if (held.length === 0) return null
  const totals = totalsView('window', held)
  // The line before the window says since when the first one counts; no further back than the window.
  const from = finished.findIndex((line) => line.round >= round - windowRounds)
  const before = finished[from - 1]
  const passed = elapsedRounds([
    ...(before ? [{ round: BigInt(Math.max(before.round, round - windowRounds - 1)), startStake: 0n }] : []),
    ...finished.slice(from).map((line) => ({ round: BigInt(line.round), startStake: line.stakeAtStartWei })),
  ])
  const enough = passed >= LEAST_YIELD_ROUNDS
  const lptP27 = totals.yieldP9 * (P27 / P9)
  return {
    rounds: Number(passed),
    rewardWei: totals.rewardWei,
    feesWei: totals.feesWei,
    missedRounds: totals.missedRounds,
    yieldP9: totals.yieldP9,
    yearlyP9: enough ? yearlyYield({ lptP27, ethPerLptP27: 0n }, passed, BigInt(roundLength)).lptP9 : null,
  }
}
