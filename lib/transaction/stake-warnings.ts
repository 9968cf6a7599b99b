import { isAddressEqual } from 'viem'
import { IDLE_ROUNDS, roundsWithoutReward } from '@/lib/protocol/delegator-status'
import { latestFactors } from '@/lib/protocol/earnings'
import { P6 } from '@/lib/protocol/fixed-point'
import { forfeitOfClaimingNow } from '@/lib/protocol/forfeits'
import { type CandidatePool, edgeSeats, isActive } from '@/lib/protocol/orchestrator-status'
import { type RewardSplit, rewardSplit, stakeInRound } from '@/lib/protocol/reward-split'
import { indexInPool } from '@/lib/protocol/sorted-pool'
import type { EarlierCut, Facts } from '@/lib/transaction/facts'
import type { Change } from '@/lib/transaction/plan-change'
import { stakeNow } from '@/lib/transaction/stake-now'
import type { OrchestratorState, PlanState } from '@/lib/transaction/state'
import type { Intent, Warning } from '@/lib/transaction/types'

/** Stake below a thousandth of an LPT is worth less than the fee of moving it. */
const DUST_WEI = 10n ** 15n

/** What `bond` brings besides the forfeit. */
export function bondWarnings(
  state: PlanState,
  intent: Extract<Intent, { verb: 'bond' }>,
  change: Change,
): Warning[] {
  const moved = change.effects.find((effect) => effect.kind === 'stake-moved')
  const starts = change.after.status === 'pending' && change.after.startRound > state.delegator.startRound
  return [
    ...(moved
      ? [{ code: 'whole-stake-moves', stakeWei: moved.amountWei, from: moved.from, to: moved.to } as const]
      : []),
    ...registers(state, intent.to),
    ...standing(state, state.target, change),
    ...(starts ? [{ code: 'pending-until', round: change.after.startRound } as const] : []),
  ]
}

/** What taking stake out brings besides the forfeit; `amountWei` is what leaves. */
export function unbondWarnings(state: PlanState, amountWei: bigint, change: Change): Warning[] {
  const left = stakeNow(state).bondedWei - amountWei
  const own = isAddressEqual(state.delegate.account, state.account)
  const created = change.effects.find((effect) => effect.kind === 'lock-created')
  return [
    ...(left === 0n && own ? [{ code: 'resigns', account: state.account } as const] : []),
    ...(created
      ? [
          {
            code: 'unbonding-wait',
            rounds: state.unbondingPeriodRounds,
            withdrawRound: created.withdrawRound,
          } as const,
        ]
      : []),
    ...(left > 0n && left < DUST_WEI ? [{ code: 'dust-left', amountWei: left } as const] : []),
    ...(left === 0n && change.after.feesWei > 0n
      ? [{ code: 'fees-left', feesWei: change.after.feesWei } as const]
      : []),
  ]
}

/** Staking with oneself makes one an orchestrator. */
export function registers(state: PlanState, to: OrchestratorState['account']): Warning[] {
  return isAddressEqual(to, state.account) && !state.target.registered
    ? [{ code: 'registers', account: state.account }]
    : []
}

/** Rebonding gives up the wait done. */
export function waitRestarts(state: PlanState): Warning[] {
  return [
    {
      code: 'wait-restarts',
      rounds: state.unbondingPeriodRounds,
      matured: state.lock.withdrawRound <= state.round.number,
    },
  ]
}

/** Where the receiver of the stake stands for the next round, and whom it pushes out. */
export function standing(state: PlanState, receiver: OrchestratorState, change: Change): Warning[] {
  if (change.pool === null) return []
  const next = state.round.number + 1n
  const { pool, evicted } = change.pool
  const own = isAddressEqual(receiver.account, state.account)
  const terms = [
    ...(own ? [] : termsOf(receiver, state.round.number)),
    ...edgeOf(receiver.account, pool),
    ...(evicted ? [{ code: 'evicts', evicted, round: next } as const] : []),
  ]
  if (indexInPool(pool.nodes, receiver.account) !== -1) return terms
  return isActive(receiver.record, state.round.number)
    ? [{ code: 'delegate-leaving', delegate: receiver.account, round: next }]
    : [{ code: 'delegate-inactive', delegate: receiver.account }]
}

/** The last places of a full set are the first to go when somebody outside gets more stake. */
function edgeOf(account: OrchestratorState['account'], { nodes, maxSize }: CandidatePool): Warning[] {
  const place = indexInPool(nodes, account)
  if (place === -1 || nodes.length < maxSize || place < maxSize - edgeSeats(maxSize)) return []
  return [{ code: 'delegate-edge', delegate: account, place: BigInt(place + 1), places: BigInt(maxSize) }]
}

/** What keeps stake with somebody who is in the set from earning all the same. */
function termsOf({ account, record }: OrchestratorState, round: bigint): Warning[] {
  const rounds = isActive(record, round) ? roundsWithoutReward(record, round) : 0n
  return [
    ...(record.rewardCutP6 >= P6
      ? [{ code: 'delegate-keeps', delegate: account, feesToo: record.feeShareP6 === 0n } as const]
      : []),
    ...(rounds >= IDLE_ROUNDS ? [{ code: 'delegate-not-calling', delegate: account, rounds } as const] : []),
  ]
}

/** The reward of this round that claiming now gives up (contracts.md 6.6). */
export function forfeit(state: PlanState): Warning[] {
  const { delegate, delegatePools, round } = state
  const active = isActive(delegate.record, round.number)
  const result = forfeitOfClaimingNow({
    account: state.account,
    delegator: state.delegator,
    currentRound: round.number,
    delegate: { ...delegate.record, active },
    start: delegatePools.atLastClaim,
    end: latestFactors({
      round: round.number,
      lastRewardRound: delegate.record.lastRewardRound,
      lastFeeRound: delegate.record.lastFeeRound,
      atRound: delegatePools.atRound,
      atLastReward: delegatePools.atLastReward,
      atLastFee: delegatePools.atLastFee,
    }),
    expected: expectedReward(state),
  })
  if (!result.forfeits) return []
  return [
    {
      code: 'reward-not-called',
      delegate: delegate.account,
      round: round.number,
      forfeitWei: result.reward,
    },
  ]
}

/** The delegate's reward as if it called now; null when it is not active or nothing can be divided. */
function expectedReward(state: PlanState): RewardSplit | null {
  const { delegate, delegatePools, round } = state
  const poolStake = stakeInRound({
    round: round.number,
    lastActiveStakeUpdateRound: delegate.record.lastActiveStakeUpdateRound,
    atRound: delegatePools.atRound.totalStake,
    atLastUpdate: delegatePools.atLastStakeUpdate.totalStake,
  })
  if (poolStake === 0n || state.activeStakeWei === 0n) return null
  return rewardSplit({
    mintable: state.mintableWei,
    poolStake,
    activeStake: state.activeStakeWei,
    treasuryRewardCutRateP27: state.treasuryRewardCutRateP27,
    rewardCutP6: delegate.record.rewardCutP6,
    cumulativeRewards: delegate.record.cumulativeRewards,
    previousRewardFactorP27: delegatePools.atLastReward.rewardFactorP27,
  })
}

/** A rise below one point is no news. */
const CUT_RISE_P6 = 10_000n

/** Earlier cuts of who gains the stake, where the verb had them looked up. */
function earlierCuts(facts: Facts): readonly EarlierCut[] {
  return facts.kind === 'earlier-cuts' || facts.kind === 'locks' || facts.kind === 'receiver'
    ? facts.cuts
    : []
}

/** That the orchestrator that gains the stake keeps more than at one of its earlier rewards: the lowest of those looked up. */
export function cutRose({ facts, account }: PlanState, receiver: OrchestratorState): Warning[] {
  if (isAddressEqual(receiver.account, account)) return []
  const lowest = earlierCuts(facts).reduce<EarlierCut | null>(
    (low, cut) => (low === null || cut.rewardCutP6 < low.rewardCutP6 ? cut : low),
    null,
  )
  const afterP6 = receiver.record.rewardCutP6
  if (lowest === null || afterP6 < lowest.rewardCutP6 + CUT_RISE_P6) return []
  const { round, rewardCutP6: beforeP6 } = lowest
  return [{ code: 'cut-rose', delegate: receiver.account, beforeP6, afterP6, round }]
}
