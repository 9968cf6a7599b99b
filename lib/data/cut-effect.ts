import { callRatioP6, defaultProjection, feeDays } from '@/lib/data/projections'
import type { OrchestratorRow } from '@/lib/data/types'
import {
  type CasePaths,
  feesPerRound,
  type NetworkFacts,
  networkCases,
  type ProjectionRange,
  poolCases,
  projectRange,
  roundsInDays,
} from '@/lib/protocol/projection-cases'

/*
 * What other cuts would do to a delegator's yield: the figures that lists project from, under names that an API can carry, and
 * the same engine again. Pure: the form computes with it in the browser.
 */

/** The network and one orchestrator as projections take them; null fields: not known without the index. */
export interface CutFacts {
  inflationP9: bigint
  inflationChangeP9: bigint
  targetBondingRateP9: bigint
  /** Of the next round, LPT. */
  activeStakeWei: bigint
  supplyWei: bigint
  treasuryRewardCutP27: bigint
  nextTreasuryRewardCutP27: bigint
  treasuryBalanceWei: bigint
  treasuryBalanceCeilingWei: bigint
  mintedShareP6: bigint
  poolStakeWei: bigint
  worstRewardCutP6: bigint | null
  worstFeeCutP6: bigint | null
  callRatio30P6: bigint | null
  callRatio90P6: bigint | null
  /** Recent ticket face value a round, ETH. */
  feesPerRoundWei: bigint | null
}

/** The facts of a row of the list. */
export function cutFactsOf(network: NetworkFacts, row: OrchestratorRow, lengthBlocks: number): CutFacts {
  const { minter } = network
  return {
    inflationP9: minter.inflationP9,
    inflationChangeP9: minter.inflationChangeP9,
    targetBondingRateP9: minter.targetBondingRateP9,
    activeStakeWei: minter.activeStake,
    supplyWei: minter.supply,
    treasuryRewardCutP27: network.treasuryRewardCutRateP27,
    nextTreasuryRewardCutP27: network.nextTreasuryRewardCutRateP27,
    treasuryBalanceWei: network.treasuryBalance,
    treasuryBalanceCeilingWei: network.treasuryBalanceCeiling,
    mintedShareP6: network.mintedShareP6,
    poolStakeWei: row.totalStakeWei,
    worstRewardCutP6: row.cutSafety?.worstRewardCutP6 ?? null,
    worstFeeCutP6: row.cutSafety?.worstFeeCutP6 ?? null,
    callRatio30P6: callRatioP6(row.rewardCalls30),
    callRatio90P6: callRatioP6(row.rewardCalls90),
    feesPerRoundWei:
      row.fees90dWei === null ? null : feesPerRound(row.fees90dWei, feeDays, BigInt(lengthBlocks)),
  }
}

/** Paths of the network by facts: a form asks for the same ones with every key that is pressed. */
const knownPaths = new WeakMap<CutFacts, CasePaths>()

function pathsOf(facts: CutFacts, lengthBlocks: number): CasePaths {
  const known = knownPaths.get(facts)
  if (known) return known
  const network: NetworkFacts = {
    minter: {
      inflationP9: facts.inflationP9,
      inflationChangeP9: facts.inflationChangeP9,
      targetBondingRateP9: facts.targetBondingRateP9,
      activeStake: facts.activeStakeWei,
      supply: facts.supplyWei,
    },
    treasuryRewardCutRateP27: facts.treasuryRewardCutP27,
    nextTreasuryRewardCutRateP27: facts.nextTreasuryRewardCutP27,
    treasuryBalance: facts.treasuryBalanceWei,
    treasuryBalanceCeiling: facts.treasuryBalanceCeilingWei,
    mintedShareP6: facts.mintedShareP6,
  }
  const { amountWei, days } = defaultProjection
  const paths = networkCases(network, roundsInDays(days, BigInt(lengthBlocks)), amountWei)
  knownPaths.set(facts, paths)
  return paths
}

/**
 * The yield of 1,000 LPT over a year with each of the given cuts, in the three cases of lists, in order. The highest cuts of
 * 180 days stay as they are: cuts that were in force go on counting in the careful case.
 */
export function projectCuts(
  facts: CutFacts,
  lengthBlocks: number,
  cuts: readonly { rewardCutP6: bigint; feeShareP6: bigint }[],
): ProjectionRange[] {
  const paths = pathsOf(facts, lengthBlocks)
  return cuts.map(({ rewardCutP6, feeShareP6 }) =>
    projectRange(
      paths,
      defaultProjection.amountWei,
      poolCases({
        poolStake: facts.poolStakeWei,
        rewardCutP6,
        feeShareP6,
        worstRewardCutP6: facts.worstRewardCutP6,
        worstFeeCutP6: facts.worstFeeCutP6,
        callRatio30P6: facts.callRatio30P6,
        callRatio90P6: facts.callRatio90P6,
        feesPerRound: facts.feesPerRoundWei,
      }),
    ),
  )
}
