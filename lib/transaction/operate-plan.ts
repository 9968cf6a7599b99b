import { isAddressEqual, zeroAddress } from 'viem'
import { type BondRevert, predictReward, predictTranscoder } from '@/lib/protocol/bond-rules'
import { latestFactors, pendingEarnings } from '@/lib/protocol/earnings'
import { P6 } from '@/lib/protocol/fixed-point'
import { rewardHint, transcoderHint } from '@/lib/protocol/list-hints'
import { stakeToEnter } from '@/lib/protocol/orchestrator-status'
import { type RewardSplit, rewardSplit, stakeInRound } from '@/lib/protocol/reward-split'
import { isRoundLocked, nextRoundBlock, type RoundPosition } from '@/lib/protocol/rounds'
import { indexInPool, type PoolChange } from '@/lib/protocol/sorted-pool'
import type { Change } from '@/lib/transaction/plan-change'
import { isServiceUri } from '@/lib/transaction/service-uri'
import { stakeChange } from '@/lib/transaction/stake-change'
import { positionNow } from '@/lib/transaction/stake-now'
import { openGate } from '@/lib/transaction/stake-refusals'
import type { PlanState } from '@/lib/transaction/state'
import type { Position, Refusal, StepEffect, Warning } from '@/lib/transaction/types'
import type { OperateIntent } from '@/lib/transaction/verb-types'

type RewardIntent = Extract<OperateIntent, { verb: 'reward' | 'rewardForTranscoder' }>
type CutsIntent = Extract<OperateIntent, { verb: 'transcoder' }>

/** What these verbs change, to the wei. */
export function operateChange(state: PlanState, intent: OperateIntent): Change {
  const still = { after: positionNow(state), stakes: [], pool: null }
  switch (intent.verb) {
    case 'initializeRound':
      return { ...still, args: intent, effects: [{ kind: 'round-started', round: state.round.number }] }
    case 'transcoder':
      return cutsChange(state, intent)
    case 'reward':
    case 'rewardForTranscoder':
      return rewardChange(state, intent)
    case 'setRewardCaller': {
      const after = intent.caller === zeroAddress ? null : intent.caller
      return {
        ...still,
        args: intent,
        effects: [{ kind: 'reward-caller-set', before: callerOf(state), after }],
      }
    }
    case 'setServiceURI': {
      const { registry, uri: after } = intent
      const before = uriOf(state)
      return { ...still, args: intent, effects: [{ kind: 'service-uri-set', registry, before, after }] }
    }
  }
}

function cutsChange(state: PlanState, { rewardCutP6, feeShareP6 }: CutsIntent): Change {
  const { target } = state
  const pool = transcoderHint(state.pool, target)
  return {
    args: { verb: 'transcoder', rewardCutP6, feeShareP6, hint: pool.hint },
    effects: [
      {
        kind: 'cuts-set',
        rewardCutBeforeP6: target.record.rewardCutP6,
        rewardCutAfterP6: rewardCutP6,
        feeShareBeforeP6: target.record.feeShareP6,
        feeShareAfterP6: feeShareP6,
      },
      ...joins(state, pool),
    ],
    after: positionNow(state),
    stakes: [],
    pool,
  }
}

function joins(state: PlanState, { joined }: PoolChange): StepEffect[] {
  return joined ? [{ kind: 'set-joined', orchestrator: joined, round: state.round.number + 1n }] : []
}

function rewardChange(state: PlanState, intent: RewardIntent): Change {
  const { target } = state
  const split = splitOf(state)
  const pool = rewardHint(state.pool, { transcoder: target, netReward: split.net })
  const { hint } = pool
  return {
    args: intent.verb === 'reward' ? { verb: 'reward', hint } : { ...intent, hint },
    effects: [
      {
        kind: 'reward-called',
        orchestrator: target.account,
        netWei: split.net,
        keptWei: split.commission,
        treasuryWei: split.treasury,
      },
      ...joins(state, pool),
    ],
    after: afterReward(state, split),
    stakes: [stakeChange(target, split.net)],
    pool,
  }
}

/** What the reward call divides and where it goes (contracts.md 6.2). */
function splitOf(state: PlanState): RewardSplit {
  if (state.facts.kind !== 'reward') throw new Error('The earnings pools of the orchestrator were not read.')
  const { record } = state.target
  const { pools } = state.facts
  return rewardSplit({
    mintable: state.mintableWei,
    poolStake: stakeInRound({
      round: state.round.number,
      lastActiveStakeUpdateRound: record.lastActiveStakeUpdateRound,
      atRound: pools.atRound.totalStake,
      atLastUpdate: pools.atLastStakeUpdate.totalStake,
    }),
    activeStake: state.activeStakeWei,
    treasuryRewardCutRateP27: state.treasuryRewardCutRateP27,
    rewardCutP6: record.rewardCutP6,
    cumulativeRewards: record.cumulativeRewards,
    previousRewardFactorP27: pools.atLastReward.rewardFactorP27,
  })
}

/** The account's own stake grows where it delegates to the orchestrator; fees stay as they are (contracts.md 6.5). */
function afterReward(state: PlanState, split: RewardSplit): Position {
  const now = positionNow(state)
  const { delegate, delegatePools, target } = state
  if (!isAddressEqual(delegate.account, target.account)) return now
  const { record } = delegate
  const latest = latestFactors({
    round: state.round.number,
    lastRewardRound: record.lastRewardRound,
    lastFeeRound: record.lastFeeRound,
    atRound: delegatePools.atRound,
    atLastReward: delegatePools.atLastReward,
    atLastFee: delegatePools.atLastFee,
  })
  const earned = pendingEarnings({
    account: state.account,
    delegator: state.delegator,
    currentRound: state.round.number,
    start: delegatePools.atLastClaim,
    end: { ...latest, rewardFactorP27: split.rewardFactorP27 },
    delegate: { ...record, cumulativeRewards: split.cumulativeRewards },
  })
  return { ...now, stakeWei: earned.stake }
}

function callerOf({ facts }: PlanState) {
  return facts.kind === 'caller' || facts.kind === 'reward' ? facts.caller : null
}

function uriOf({ facts }: PlanState): string {
  return facts.kind === 'service' ? facts.uri : ''
}

/** Why these verbs are impossible now. */
export function operateRefusals(state: PlanState, intent: OperateIntent): Refusal[] {
  switch (intent.verb) {
    case 'initializeRound':
      return state.round.initialized
        ? [{ code: 'round-started', round: state.round.number, field: null }]
        : []
    case 'transcoder':
      return cutsRefusals(state, intent)
    case 'reward':
    case 'rewardForTranscoder':
      return rewardRefusals(state, intent)
    case 'setRewardCaller': {
      const same = isAddressEqual(intent.caller, callerOf(state) ?? zeroAddress)
      return same ? [{ code: 'unchanged', field: 'recipient' }] : []
    }
    case 'setServiceURI':
      if (!isServiceUri(intent.uri)) return [{ code: 'uri-invalid', field: 'uri' }]
      return intent.uri === uriOf(state) ? [{ code: 'unchanged', field: 'uri' }] : []
  }
}

function roundPosition({ round }: PlanState): RoundPosition {
  return {
    round: round.number,
    startBlock: round.startBlock,
    roundLength: round.lengthBlocks,
    blockNum: round.blockNum,
  }
}

function cutsRefusals(state: PlanState, intent: CutsIntent): Refusal[] {
  const { target, facts } = state
  const position = roundPosition(state)
  const predicted = predictTranscoder(openGate(state), {
    roundLocked: facts.kind === 'lock-window' && isRoundLocked(position, facts.roundLockAmountP6),
    rewardCutP6: intent.rewardCutP6,
    feeShareP6: intent.feeShareP6,
    registered: target.registered,
    rounds: target.record,
  })
  if (!predicted.passes) return [operateRefusal(predicted.revert, state)]
  const { rewardCutP6, feeShareP6 } = target.record
  const same = rewardCutP6 === intent.rewardCutP6 && feeShareP6 === intent.feeShareP6
  const member = indexInPool(state.pool.nodes, target.account) !== -1
  return same && member ? [{ code: 'unchanged', field: 'rewardCut' }] : []
}

function rewardRefusals(state: PlanState, intent: RewardIntent): Refusal[] {
  const caller =
    intent.verb === 'reward'
      ? undefined
      : { address: state.account, rewardCaller: callerOf(state) ?? zeroAddress }
  const predicted = predictReward(openGate(state), state.target.record, caller)
  return predicted.passes ? [] : [operateRefusal(predicted.revert, state)]
}

function operateRefusal(revert: BondRevert, state: PlanState): Refusal {
  const orchestrator = state.target.account
  const round = state.round.number
  switch (revert) {
    case "can't update transcoder params, current round is locked": {
      const nextBlock = nextRoundBlock(roundPosition(state))
      return { code: 'round-locked', nextBlock, blocks: nextBlock - state.round.blockNum, field: null }
    }
    case 'invalid rewardCut percentage':
      return { code: 'cut-invalid', field: 'rewardCut' }
    case 'invalid feeShare percentage':
      return { code: 'cut-invalid', field: 'feeShare' }
    case 'transcoder must be registered':
      return { code: 'not-orchestrator', field: null }
    case "caller can't be active or must have already called reward for the current round":
      return { code: 'must-reward-first', round, field: null }
    case 'transcoder must be active':
      return { code: 'not-active', orchestrator, field: null }
    case 'caller has already called reward for the current round':
      return { code: 'reward-called', orchestrator, round, field: null }
    case 'caller must be a reward caller set by the transcoder':
      return { code: 'not-reward-caller', orchestrator, field: null }
    default:
      throw new Error(`No such intent is refused with "${revert}"`)
  }
}

/** What to know before these verbs. */
export function operateWarnings(state: PlanState, intent: OperateIntent, change: Change): Warning[] {
  const evicted = change.pool?.evicted
  const evicts: Warning[] = evicted ? [{ code: 'evicts', evicted, round: state.round.number + 1n }] : []
  if (intent.verb !== 'transcoder') return evicts
  const { record, account, delegatedAmount } = state.target
  const reward = intent.rewardCutP6 > record.rewardCutP6
  const fees = intent.feeShareP6 < record.feeShareP6
  const outside = change.pool !== null && indexInPool(change.pool.pool.nodes, account) === -1
  return [
    ...(reward || fees ? [{ code: 'cuts-rise', reward, fees } as const] : []),
    ...(intent.rewardCutP6 === P6 && intent.feeShareP6 === 0n ? [{ code: 'keeps-everything' } as const] : []),
    ...(outside
      ? [{ code: 'stays-outside', neededWei: stakeToEnter(state.pool, delegatedAmount) } as const]
      : []),
    ...evicts,
  ]
}
