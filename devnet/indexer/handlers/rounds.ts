import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { dayOf, lockPeriodOf, openRound, PROTOCOL_ID, poolId, protocolOf, roundOfNow } from '../rounds'
import { tokens, type Work, ZERO_ADDRESS } from '../work'

const SECONDS_PER_DAY = 86_400

/** Newest day rows that a rolling sum looks at. */
const ROLLING_DAYS = 90

interface DayVolume {
  readonly date: number
  readonly volumeETH: BigDecimal
}

/** Sums of the newest days within 30, 60 and 90 days of the block (subgraph.md 3.3 point 3). */
function rollingVolumes(work: Work, newestFirst: readonly DayVolume[]) {
  const within = (days: number) =>
    newestFirst
      .slice(0, ROLLING_DAYS)
      .filter((day) => day.date >= work.now - days * SECONDS_PER_DAY)
      .reduce((sum, day) => sum.plus(day.volumeETH), BigDecimal.zero)
  return { thirtyDayVolumeETH: within(30), sixtyDayVolumeETH: within(60), ninetyDayVolumeETH: within(90) }
}

function refreshTranscoderVolumes(work: Work, id: string): void {
  const days = work.require('Transcoder', id).transcoderDays.map((day) => work.require('TranscoderDay', day))
  work.update('Transcoder', id, rollingVolumes(work, days))
}

/** Members of the pool at the end of the block, from most stake to least. */
async function poolMembers(work: Work): Promise<string[]> {
  const members: string[] = []
  let next = await work.tryRead('BondingManager', 'getFirstTranscoderInPool', [])
  while (next && next !== ZERO_ADDRESS) {
    members.push(next.toLowerCase())
    next = await work.read('BondingManager', 'getNextTranscoderInPool', [next])
  }
  return members
}

function createPools(work: Work, round: string, members: readonly string[]): void {
  for (const id of members) {
    const { totalStake, rewardCut, feeShare } = work.require('Transcoder', id)
    work.save('Pool', {
      id: poolId(round, id),
      round,
      delegate: id,
      fees: BigDecimal.zero,
      rewardTokens: null,
      totalStake,
      rewardCut,
      feeShare,
    })
  }
  // The published index refreshes a member when it steps to it, so never the first and none outside (Q4).
  const refreshed = work.quirks.rollingVolumesSkipFirst
    ? members.slice(1)
    : [...work.env.store.all('Transcoder')].map((found) => found.id).sort()
  for (const id of refreshed) refreshTranscoderVolumes(work, id)
}

/** Flips `active` by the two pending lists and empties them. */
function applyPending(work: Work): void {
  const { pendingActivation, pendingDeactivation } = work.require('Protocol', PROTOCOL_ID)
  for (const id of pendingActivation) work.update('Transcoder', id, { active: true })
  for (const id of pendingDeactivation) work.update('Transcoder', id, { active: false })
  work.update('Protocol', PROTOCOL_ID, { pendingActivation: [], pendingDeactivation: [] })
}

function refreshGateways(work: Work): void {
  const oldest = work.now - ROLLING_DAYS * SECONDS_PER_DAY
  const active = work.require('Protocol', PROTOCOL_ID).activeBroadcasters.filter((id) => {
    const { broadcasterDays } = work.require('Broadcaster', id)
    const days = broadcasterDays.map((day) => work.require('BroadcasterDay', day))
    return work.update('Broadcaster', id, rollingVolumes(work, days)).lastFundedDay >= oldest
  })
  work.update('Protocol', PROTOCOL_ID, { activeBroadcasters: active })
}

export async function handleNewRound(work: Work, { blockHash }: { blockHash: string }): Promise<void> {
  const round = await roundOfNow(work)
  const totalActiveStake = tokens((await work.tryRead('BondingManager', 'getTotalBonded', [])) ?? 0n)
  work.update('Round', round.id, { initialized: true, startTimestamp: work.now, totalActiveStake })
  applyPending(work)
  createPools(work, round.id, await poolMembers(work))
  refreshGateways(work)
  const protocol = work.update('Protocol', PROTOCOL_ID, {
    lptPriceEth: work.env.prices.lptPriceEth(work.now),
    lastInitializedRound: round.id,
    currentRound: round.id,
    totalActiveStake,
  })
  const day = await dayOf(work)
  work.update('Day', day.id, { totalActiveStake, totalSupply: protocol.totalSupply })
  if (totalActiveStake.isPositive() && protocol.totalSupply.isPositive()) {
    const participationRate = totalActiveStake.dividedBy(protocol.totalSupply)
    const { delegatorsCount, inflation, numActiveTranscoders, activeTranscoderCount } = protocol
    const copied = {
      participationRate,
      delegatorsCount,
      inflation,
      numActiveTranscoders,
      activeTranscoderCount,
    }
    work.update('Protocol', PROTOCOL_ID, { participationRate })
    work.update('Round', round.id, copied)
    work.update('Day', day.id, copied)
  }
  await work.record('NewRoundEvent', round.id, { blockHash })
}

async function readRoundLength(work: Work): Promise<void> {
  const before = await protocolOf(work)
  const roundLength = await work.read('RoundsManager', 'roundLength', [])
  const anchorRound = await work.read('RoundsManager', 'lastRoundLengthUpdateRound', [])
  const anchorBlock = await work.read('RoundsManager', 'lastRoundLengthUpdateStartBlock', [])
  const currentRound = await work.read('RoundsManager', 'currentRound', [])
  const protocol = work.update('Protocol', PROTOCOL_ID, {
    roundLength,
    lastRoundLengthUpdateRound: anchorRound.toString(),
    lastRoundLengthUpdateStartBlock: anchorBlock,
    ...(work.quirks.lockPeriodGoesStale
      ? {}
      : { lockPeriod: lockPeriodOf(roundLength, before.roundLockAmount) }),
  })
  const passed = currentRound - anchorRound
  openRound(work, protocol, anchorRound, anchorBlock)
  openRound(work, work.require('Protocol', PROTOCOL_ID), currentRound, anchorBlock + passed * roundLength)
  work.update('Protocol', PROTOCOL_ID, { currentRound: currentRound.toString() })
}

export async function handleRoundsParameter(work: Work, { param }: { param: string }): Promise<void> {
  const { roundLength } = await protocolOf(work)
  if (param === 'roundLength') await readRoundLength(work)
  if (param === 'roundLockAmount') {
    const roundLockAmount = await work.read('RoundsManager', 'roundLockAmount', [])
    work.update('Protocol', PROTOCOL_ID, {
      roundLockAmount,
      lockPeriod: lockPeriodOf(roundLength, roundLockAmount),
    })
  }
  const current = await work.tryRead('RoundsManager', 'currentRound', [])
  const round = current?.toString() ?? work.require('Protocol', PROTOCOL_ID).currentRound
  await work.record('ParameterUpdateEvent', round, { param })
}
