import type { OrchestratorRow, YieldFigure } from '@/lib/data/types'
import { P27 } from '@/lib/protocol/fixed-point'
import type { Projection } from '@/lib/protocol/projection'
import type { ProjectionRange } from '@/lib/protocol/projection-cases'

/** Rows for tests of the list: everything plain unless a test says otherwise. */

export const lpt = 10n ** 18n

/** A realised yield of so many percent a year. */
export const paid = (percent: bigint, rounds = 90): YieldFigure => ({
  state: 'known',
  rounds,
  lptP27: (P27 * percent) / 500n,
  ethPerLptP27: 0n,
  yearlyLptP9: percent * 10_000_000n,
  yearlyEthPerLptP27: 0n,
})

/** A projection of so many percent in each case. */
export function projectedPercent(low: bigint, middle: bigint, high: bigint): ProjectionRange {
  const of = (percent: bigint): Projection => ({
    rewards: percent * 10n * lpt,
    fees: lpt / 1000n,
    lptP27: (P27 * percent) / 100n,
    ethPerLptP27: 0n,
  })
  return { low: of(low), middle: of(middle), high: of(high) }
}

export function row(change: Partial<OrchestratorRow> & { digit: string }): OrchestratorRow {
  const { digit, ...rest } = change
  return {
    address: `0x${digit.repeat(40)}`,
    name: null,
    rank: 1,
    totalStakeWei: 100n * lpt,
    stakeShareP9: 10_000_000n,
    rewardCutP6: 140_000n,
    feeShareP6: 950_000n,
    feeCutP6: 50_000n,
    registered: true,
    active: true,
    activationRound: 4000,
    deactivationRound: null,
    lastRewardRound: 4249,
    calledThisRound: false,
    standing: 'in',
    marginWei: null,
    delegatorsCount: 5,
    fees90dWei: 0n,
    rewardCalls30: { called: 29, missed: 1, rounds: 30, open: true },
    rewardCalls90: { called: 89, missed: 1, rounds: 90, open: true },
    serviceUri: null,
    yield30: paid(20n, 30),
    yield90: paid(21n),
    cutSafety: {
      worstRewardCutP6: 140_000n,
      worstFeeCutP6: 50_000n,
      changes: 0,
      largestRiseP6: 0n,
      lastRise: null,
    },
    projected: projectedPercent(10n, 12n, 13n),
    ...rest,
  }
}
