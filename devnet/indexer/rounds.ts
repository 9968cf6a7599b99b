import { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { DayRow, ProtocolRow, RoundRow } from './entity-types'
import type { Work } from './work'

/** Id of the one Protocol row. */
export const PROTOCOL_ID = '0'

/** Parts in the whole of percentages of BondingManager and RoundsManager. */
const P6 = 1_000_000n

const SECONDS_PER_DAY = 86_400

const zero = BigDecimal.zero

/** Locked tail of a round in L1 blocks; `amountP6` is over 1e6. */
export function lockPeriodOf(roundLength: bigint, amountP6: bigint): bigint {
  return (roundLength * amountP6) / P6
}

async function createProtocol(work: Work): Promise<ProtocolRow> {
  const roundLength = (await work.tryRead('RoundsManager', 'roundLength', [])) ?? 0n
  const early = !work.quirks.parametersUnreadAtStart
  const roundLockAmount = early ? ((await work.tryRead('RoundsManager', 'roundLockAmount', [])) ?? 0n) : 0n
  return work.save('Protocol', {
    id: PROTOCOL_ID,
    inflation: 0n,
    inflationChange: 0n,
    numActiveTranscoders: early
      ? ((await work.tryRead('BondingManager', 'getTranscoderPoolMaxSize', [])) ?? 0n)
      : 0n,
    activeTranscoderCount: 0n,
    paused: false,
    targetBondingRate: 0n,
    unbondingPeriod: early ? ((await work.tryRead('BondingManager', 'unbondingPeriod', [])) ?? 0n) : 0n,
    lockPeriod: lockPeriodOf(roundLength, roundLockAmount),
    roundLockAmount,
    totalActiveStake: zero,
    totalVolumeETH: zero,
    totalVolumeUSD: zero,
    participationRate: zero,
    currentRound: '0',
    lastInitializedRound: '0',
    lastRoundLengthUpdateRound: '0',
    roundLength,
    lastRoundLengthUpdateStartBlock: 0n,
    totalSupply: zero,
    lptPriceEth: zero,
    winningTicketCount: 0,
    roundCount: 0,
    pendingActivation: [],
    pendingDeactivation: [],
    delegatorsCount: work.env.delegatorsAtStart,
    activeBroadcasters: [],
  })
}

/**
 * The Protocol row, made when first needed. The round of that moment is opened with it, so that no row ever
 * points to a round that is not there.
 */
export async function protocolOf(work: Work): Promise<ProtocolRow> {
  const known = work.load('Protocol', PROTOCOL_ID)
  if (known) return known
  await createProtocol(work)
  const round = await roundOfNow(work)
  return work.update('Protocol', PROTOCOL_ID, {
    lastInitializedRound: round.id,
    lastRoundLengthUpdateRound: round.id,
    lastRoundLengthUpdateStartBlock: round.startBlock,
  })
}

/** Opens a round that has no row yet: totals of the protocol, the rest 0 (subgraph.md 3.1). */
export function openRound(work: Work, protocol: ProtocolRow, number: bigint, startBlock: bigint): RoundRow {
  const id = number.toString()
  const known = work.load('Round', id)
  if (known) return known
  work.update('Protocol', PROTOCOL_ID, { currentRound: id, roundCount: protocol.roundCount + 1 })
  return work.save('Round', {
    id,
    startTimestamp: 0,
    initialized: false,
    length: protocol.roundLength,
    startBlock,
    endBlock: startBlock + protocol.roundLength,
    mintableTokens: zero,
    volumeETH: zero,
    volumeUSD: zero,
    totalActiveStake: protocol.totalActiveStake,
    totalSupply: protocol.totalSupply,
    participationRate: protocol.participationRate,
    movedStake: zero,
    newStake: zero,
    inflation: 0n,
    numActiveTranscoders: 0n,
    activeTranscoderCount: 0n,
    delegatorsCount: 0n,
  })
}

/** The round of the block by the protocol's own formula, opened when it has no row yet (subgraph.md 3.1). */
export async function roundOfNow(work: Work): Promise<RoundRow> {
  const protocol = await protocolOf(work)
  const { roundLength, lastRoundLengthUpdateStartBlock: anchor } = protocol
  const l1Block = (await work.tryRead('RoundsManager', 'blockNum', [])) ?? 0n
  const passed = roundLength === 0n ? 0n : (l1Block - anchor) / roundLength
  const number = BigInt(protocol.lastRoundLengthUpdateRound) + passed
  return openRound(work, protocol, number, anchor + passed * roundLength)
}

/** Midnight UTC of the block's day, seconds. */
export function midnight(work: Work): number {
  return Math.floor(work.now / SECONDS_PER_DAY) * SECONDS_PER_DAY
}

/** Days since 1970 of the block. */
export function dayNumber(work: Work): number {
  return Math.floor(work.now / SECONDS_PER_DAY)
}

/** The block's Day row, made when first needed; without a new round its counters stay 0 (Q15). */
export async function dayOf(work: Work): Promise<DayRow> {
  const id = String(dayNumber(work))
  const known = work.load('Day', id)
  if (known) return known
  const protocol = await protocolOf(work)
  const bare = work.quirks.dayCountersOnlyWithRound
  return work.save('Day', {
    id,
    date: midnight(work),
    volumeETH: zero,
    volumeUSD: zero,
    totalActiveStake: zero,
    totalSupply: zero,
    participationRate: zero,
    inflation: bare ? 0n : protocol.inflation,
    numActiveTranscoders: bare ? 0n : protocol.numActiveTranscoders,
    activeTranscoderCount: bare ? 0n : protocol.activeTranscoderCount,
    delegatorsCount: bare ? 0n : protocol.delegatorsCount,
  })
}

/** Id of an earnings pool: the round padded to ten digits, then the orchestrator. */
export function poolId(round: string, transcoder: string): string {
  return `${round.padStart(10, '0')}-${transcoder}`
}
