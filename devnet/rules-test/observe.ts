import type { Harness } from '@/devnet/contracts-test/harness'
import type { Actor, Gate } from '@/lib/protocol/bond-rules'
import { delegatorStatus } from '@/lib/protocol/delegator-status'
import { latestFactors, pendingEarnings } from '@/lib/protocol/earnings'
import type { Target } from '@/lib/protocol/list-hints'
import type { CandidatePool } from '@/lib/protocol/orchestrator-status'
import { isRegistered } from '@/lib/protocol/orchestrator-status'
import type { Address, DelegatorRecord, EarningsPool, Factors, TranscoderRecord } from '@/lib/protocol/types'

/** Reads of the contracts in the shapes that lib/protocol takes: what a loader of the site does, one call each. */

export function readDelegator(h: Harness, account: Address): Promise<DelegatorRecord> {
  return h.delegator(account)
}

export async function readTranscoder(h: Harness, account: Address): Promise<TranscoderRecord> {
  const { rewardCut, feeShare, ...rest } = await h.transcoder(account)
  return { ...rest, rewardCutP6: rewardCut, feeShareP6: feeShare }
}

export async function readEarningsPool(h: Harness, account: Address, round: bigint): Promise<EarningsPool> {
  const pool = await h.earningsPool(account, round)
  return {
    totalStake: pool.totalStake,
    rewardCutP6: pool.rewardCut,
    feeShareP6: pool.feeShare,
    rewardFactorP27: pool.cumulativeRewardFactor,
    feeFactorP27: pool.cumulativeFeeFactor,
  }
}

/** `latestFactors` of an orchestrator at a round, from the three pools it may need. */
export async function readLatestFactors(
  h: Harness,
  account: Address,
  round: bigint,
  transcoder: TranscoderRecord,
): Promise<Factors> {
  const { lastRewardRound, lastFeeRound } = transcoder
  const [atRound, atLastReward, atLastFee] = await Promise.all([
    readEarningsPool(h, account, round),
    readEarningsPool(h, account, lastRewardRound),
    readEarningsPool(h, account, lastFeeRound),
  ])
  return latestFactors({ round, lastRewardRound, lastFeeRound, atRound, atLastReward, atLastFee })
}

/** Everything about one account that the pure functions need, and what they make of it. */
export interface AccountView {
  account: Address
  delegator: DelegatorRecord
  delegate: TranscoderRecord
  start: Factors
  end: Factors
  pending: { stake: bigint; fees: bigint }
}

/** Reads raw records and computes pending earnings with lib/protocol, not with the contract's own views. */
export async function readAccount(h: Harness, account: Address, currentRound: bigint): Promise<AccountView> {
  const delegator = await readDelegator(h, account)
  const delegate = await readTranscoder(h, delegator.delegateAddress)
  const [start, end] = await Promise.all([
    readEarningsPool(h, delegator.delegateAddress, delegator.lastClaimRound),
    readLatestFactors(h, delegator.delegateAddress, currentRound, delegate),
  ])
  const pending = pendingEarnings({ account, delegator, currentRound, start, end, delegate })
  return { account, delegator, delegate, start, end, pending }
}

export function actorOf(view: AccountView, round: bigint): Actor & { lastClaimRound: bigint } {
  return {
    account: view.account,
    status: delegatorStatus(view.delegator, round),
    bondedAmount: view.pending.stake,
    delegate: view.delegator.delegateAddress,
    lastClaimRound: view.delegator.lastClaimRound,
  }
}

export async function readTarget(h: Harness, account: Address): Promise<Target> {
  const delegator = await readDelegator(h, account)
  return {
    account,
    registered: isRegistered(account, delegator),
    delegatedAmount: delegator.delegatedAmount,
  }
}

export async function readPool(h: Harness): Promise<CandidatePool> {
  const order = await h.poolOrder()
  const stakes = await Promise.all(order.map((id) => h.bigint('BondingManager', 'transcoderTotalStake', id)))
  return {
    nodes: order.map((id, index) => ({ id, stake: stakes[index] ?? 0n })),
    maxSize: Number(await h.bigint('BondingManager', 'getTranscoderPoolMaxSize')),
  }
}

export async function readGate(h: Harness): Promise<Gate> {
  const [paused, roundInitialized, currentRound] = await Promise.all([
    h.view('Controller', 'paused'),
    h.view('RoundsManager', 'currentRoundInitialized'),
    h.bigint('RoundsManager', 'currentRound'),
  ])
  return { paused: paused === true, roundInitialized: roundInitialized === true, currentRound }
}
