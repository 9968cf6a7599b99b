import { delegatorOf, transcoderOf } from '../accounts'
import { PROTOCOL_ID, poolId, protocolOf, roundOfNow } from '../rounds'
import { tokens, type Work, ZERO_ADDRESS } from '../work'
import type { RewardArgs } from './event-args'

/** What stands for "never deactivated" in the published index and in the contract. */
const HALVED_NEVER = 2n ** 255n - 1n
const NEVER = 2n ** 256n - 1n

interface TranscoderUpdateArgs {
  readonly transcoder: string
  readonly rewardCut: bigint
  readonly feeShare: bigint
}

interface ActivationArgs {
  readonly transcoder: string
  readonly activationRound: bigint
}

interface DeactivationArgs {
  readonly transcoder: string
  readonly deactivationRound: bigint
}

interface RewardCallerArgs {
  readonly transcoder: string
  readonly rewardCaller: string
}

/** Adds the reward to the stake on record; the pool of the round must exist (subgraph.md 3.2). */
export async function handleReward(work: Work, { transcoder, amount }: RewardArgs): Promise<void> {
  const round = await roundOfNow(work)
  transcoderOf(work, transcoder)
  delegatorOf(work, transcoder)
  const reward = tokens(amount)
  const { totalStake: before, rewardCut, feeShare } = work.require('Transcoder', transcoder)
  const totalStake = work.quirks.rewardCountsTwiceInBlock
    ? before.plus(reward)
    : tokens((await work.delegatorState(transcoder)).delegatedAmount)
  work.update('Delegator', transcoder, { delegatedAmount: totalStake })
  work.update('Transcoder', transcoder, { totalStake, lastRewardRound: round.id })
  work.update('Pool', poolId(round.id, transcoder), { rewardTokens: reward, rewardCut, feeShare })
  await work.record('RewardEvent', round.id, { rewardTokens: reward, delegate: transcoder })
}

export async function handleTranscoderUpdate(work: Work, args: TranscoderUpdateArgs): Promise<void> {
  const { transcoder, rewardCut, feeShare } = args
  const round = await roundOfNow(work)
  const before = transcoderOf(work, transcoder)
  const always = work.quirks.cutTimestampsAlwaysMove
  work.update('Transcoder', transcoder, {
    rewardCut,
    feeShare,
    ...(always || before.rewardCut !== rewardCut ? { rewardCutUpdateTimestamp: work.now } : {}),
    ...(always || before.feeShare !== feeShare ? { feeShareUpdateTimestamp: work.now } : {}),
  })
  await work.record('TranscoderUpdateEvent', round.id, { delegate: transcoder, rewardCut, feeShare })
}

const without = (list: readonly string[], id: string) => list.filter((other) => other !== id)

export async function handleActivated(work: Work, args: ActivationArgs): Promise<void> {
  const { transcoder, activationRound } = args
  const round = await roundOfNow(work)
  transcoderOf(work, transcoder)
  work.update('Transcoder', transcoder, {
    lastActiveStakeUpdateRound: activationRound,
    activationRound,
    activationTimestamp: work.now,
    deactivationRound: work.quirks.neverIsHalved ? HALVED_NEVER : NEVER,
  })
  work.update('Protocol', PROTOCOL_ID, (row) => ({
    activeTranscoderCount: row.activeTranscoderCount + 1n,
    pendingActivation: [...without(row.pendingActivation, transcoder), transcoder],
    pendingDeactivation: without(row.pendingDeactivation, transcoder),
  }))
  await work.record('TranscoderActivatedEvent', round.id, { delegate: transcoder, activationRound })
}

export async function handleDeactivated(work: Work, args: DeactivationArgs): Promise<void> {
  const { transcoder, deactivationRound } = args
  const round = await roundOfNow(work)
  transcoderOf(work, transcoder)
  work.update('Transcoder', transcoder, { deactivationRound, activationTimestamp: 0 })
  work.update('Protocol', PROTOCOL_ID, (row) => ({
    activeTranscoderCount: row.activeTranscoderCount - 1n,
    pendingActivation: without(row.pendingActivation, transcoder),
    pendingDeactivation: [...without(row.pendingDeactivation, transcoder), transcoder],
  }))
  await work.record('TranscoderDeactivatedEvent', round.id, { delegate: transcoder, deactivationRound })
}

export async function handleRewardCallerSet(work: Work, args: RewardCallerArgs): Promise<void> {
  const { transcoder, rewardCaller } = args
  const round = await roundOfNow(work)
  transcoderOf(work, transcoder)
  work.update('Transcoder', transcoder, {
    rewardCaller: rewardCaller === ZERO_ADDRESS ? null : rewardCaller,
  })
  await work.record('RewardCallerSetEvent', round.id, { delegate: transcoder, rewardCaller })
}

/** Re-reads the two parameters the index keeps; every other name only leaves its row. */
export async function handleBondingParameter(work: Work, { param }: { param: string }): Promise<void> {
  const protocol = await protocolOf(work)
  if (param === 'unbondingPeriod') {
    work.update('Protocol', PROTOCOL_ID, {
      unbondingPeriod: await work.read('BondingManager', 'unbondingPeriod', []),
    })
  } else if (param === 'numActiveTranscoders') {
    work.update('Protocol', PROTOCOL_ID, {
      numActiveTranscoders: await work.read('BondingManager', 'getTranscoderPoolMaxSize', []),
    })
  }
  await work.record('ParameterUpdateEvent', protocol.currentRound, { param })
}
