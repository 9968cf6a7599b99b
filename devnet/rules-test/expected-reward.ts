import type { Harness } from '@/devnet/contracts-test/harness'
import { readEarningsPool, readTranscoder } from '@/devnet/rules-test/observe'
import type { RewardSplit } from '@/lib/protocol/reward-split'
import { rewardSplit, stakeInRound } from '@/lib/protocol/reward-split'
import type { Address } from '@/lib/protocol/types'

/** Stake of an orchestrator's earnings pool that counts in the round. */
export async function readStakeInRound(h: Harness, account: Address, round: bigint): Promise<bigint> {
  const { lastActiveStakeUpdateRound } = await readTranscoder(h, account)
  const [atRound, atLastUpdate] = await Promise.all([
    readEarningsPool(h, account, round),
    readEarningsPool(h, account, lastActiveStakeUpdateRound),
  ])
  return stakeInRound({
    round,
    lastActiveStakeUpdateRound,
    atRound: atRound.totalStake,
    atLastUpdate: atLastUpdate.totalStake,
  })
}

/** What a reward call of the orchestrator would do now, by lib/protocol; null when nothing is staked on it. */
export async function expectedReward(
  h: Harness,
  account: Address,
  round: bigint,
): Promise<RewardSplit | null> {
  const transcoder = await readTranscoder(h, account)
  const [mintable, activeStake, treasuryRewardCutRateP27, poolStake, previous] = await Promise.all([
    h.bigint('Minter', 'currentMintableTokens'),
    h.bigint('BondingManager', 'currentRoundTotalActiveStake'),
    h.bigint('BondingManager', 'treasuryRewardCutRate'),
    readStakeInRound(h, account, round),
    readEarningsPool(h, account, transcoder.lastRewardRound),
  ])
  if (activeStake === 0n || poolStake === 0n) return null
  return rewardSplit({
    mintable,
    poolStake,
    activeStake,
    treasuryRewardCutRateP27,
    rewardCutP6: transcoder.rewardCutP6,
    cumulativeRewards: transcoder.cumulativeRewards,
    previousRewardFactorP27: previous.rewardFactorP27,
  })
}
