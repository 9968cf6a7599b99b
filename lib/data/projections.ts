import type { Core } from '@/lib/data/core'
import type { OrchestratorRow, OrchestratorsView, RewardCalls } from '@/lib/data/types'
import { ofP6, P6 } from '@/lib/protocol/fixed-point'
import {
  feesPerRound,
  type NetworkFacts,
  networkCases,
  type ProjectionRange,
  poolCases,
  projectRange,
  roundsInDays,
} from '@/lib/protocol/projection-cases'

/** An amount bonded now and left alone for so many days. */
export interface ProjectionWish {
  amountWei: bigint
  days: number
}

/** What lists project unless asked otherwise: 1,000 LPT for a year. */
export const defaultProjection: ProjectionWish = { amountWei: 1_000n * 10n ** 18n, days: 365 }

/** Days of the fees that projections carry on. */
export const feeDays = 90

/** Finished rounds called out of those in the set, base 10^6; null without any. */
export function callRatioP6(calls: RewardCalls | null): bigint | null {
  return calls === null || calls.rounds === 0 ? null : (BigInt(calls.called) * P6) / BigInt(calls.rounds)
}

type Projected = Omit<OrchestratorRow, 'projected'>

/** State of the network for projections; what is minted goes by the reward calls of 30 rounds, weighted by stake. */
export function networkFacts(core: Core, rows: readonly Projected[]): NetworkFacts {
  const inSet = rows.filter(({ rank }) => rank !== null)
  const stake = inSet.reduce((sum, row) => sum + row.totalStakeWei, 0n)
  const calling = inSet.reduce(
    (sum, row) => sum + ofP6(row.totalStakeWei, callRatioP6(row.rewardCalls30) ?? P6),
    0n,
  )
  return {
    minter: {
      inflationP9: core.inflationP9,
      inflationChangeP9: core.inflationChangeP9,
      targetBondingRateP9: core.targetBondingRateP9,
      activeStake: core.nextActiveStakeWei,
      supply: core.totalSupplyWei,
    },
    treasuryRewardCutRateP27: core.treasuryRewardCutP27,
    nextTreasuryRewardCutRateP27: core.nextTreasuryRewardCutP27,
    treasuryBalance: core.treasuryBalanceWei,
    treasuryBalanceCeiling: core.treasuryBalanceCeilingWei,
    mintedShareP6: stake === 0n ? P6 : (calling * P6) / stake,
  }
}

/**
 * Projections of one wish for many orchestrators, in their order, in three cases (`lib/protocol/projection-cases` says which).
 * The amount comes on top of the active stake. Null for those outside the next round's active set: stake there earns nothing.
 */
export function projectAll(
  view: Pick<OrchestratorsView, 'network'> & { round: { lengthBlocks: number } },
  rows: readonly Projected[],
  wish: ProjectionWish,
): (ProjectionRange | null)[] {
  const roundLength = BigInt(view.round.lengthBlocks)
  const paths = networkCases(view.network, roundsInDays(wish.days, roundLength), wish.amountWei)
  return rows.map((row) => {
    if (row.rank === null) return null
    const pools = poolCases({
      poolStake: row.totalStakeWei,
      rewardCutP6: row.rewardCutP6,
      feeShareP6: row.feeShareP6,
      worstRewardCutP6: row.cutSafety?.worstRewardCutP6 ?? null,
      worstFeeCutP6: row.cutSafety?.worstFeeCutP6 ?? null,
      callRatio30P6: callRatioP6(row.rewardCalls30),
      callRatio90P6: callRatioP6(row.rewardCalls90),
      feesPerRound: row.fees90dWei === null ? null : feesPerRound(row.fees90dWei, feeDays, roundLength),
    })
    return projectRange(paths, wish.amountWei, pools)
  })
}
