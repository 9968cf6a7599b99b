import { ofP6, P6 } from './fixed-point'

/** Ethereum makes a block every 12 seconds; all round lengths are in Ethereum (L1) blocks (contracts.md 4.1). */
export const SECONDS_PER_BLOCK = 12n

/** What RoundsManager anchors the round number to (contracts.md 4.2). */
export interface RoundAnchor {
  roundLength: bigint
  /** Round in which the length last changed (A). */
  lastRoundLengthUpdateRound: bigint
  /** Start block of that round (S0). */
  lastRoundLengthUpdateStartBlock: bigint
}

/** The current round as read from the chain or computed by `roundAt`. Block numbers are L1 blocks (`RoundsManager.blockNum()`). */
export interface RoundPosition {
  round: bigint
  startBlock: bigint
  roundLength: bigint
  blockNum: bigint
}

/**
 * The round at a block: A + (block − S0) / length, and the block it started in (contracts.md 4.2).
 * Throws RangeError when the length is 0, where every round view of the contract panics.
 */
export function roundAt(anchor: RoundAnchor, blockNum: bigint): RoundPosition {
  const { roundLength, lastRoundLengthUpdateRound, lastRoundLengthUpdateStartBlock } = anchor
  const whole = (blockNum - lastRoundLengthUpdateStartBlock) / roundLength
  return {
    round: lastRoundLengthUpdateRound + whole,
    startBlock: lastRoundLengthUpdateStartBlock + whole * roundLength,
    roundLength,
    blockNum,
  }
}

/** First block of a round, now, past or future, as long as the length does not change (exact back to the last change). */
export function startBlockOfRound(position: RoundPosition, round: bigint): bigint {
  return position.startBlock + (round - position.round) * position.roundLength
}

/** First block of the next round. */
export function nextRoundBlock(position: RoundPosition): bigint {
  return position.startBlock + position.roundLength
}

/** Blocks at the end of a round in which orchestrators cannot change their cuts: of_P6(length, lock) (contracts.md 4.2). */
export function lockLengthBlocks(roundLength: bigint, roundLockAmountP6: bigint): bigint {
  return ofP6(roundLength, roundLockAmountP6)
}

/** First block of the round's lock window. */
export function lockStartBlock(position: RoundPosition, roundLockAmountP6: bigint): bigint {
  return nextRoundBlock(position) - lockLengthBlocks(position.roundLength, roundLockAmountP6)
}

/** `currentRoundLocked` (contracts.md 4.2): only `transcoder` and `transcoderWithHint` care about it. */
export function isRoundLocked(position: RoundPosition, roundLockAmountP6: bigint): boolean {
  return position.blockNum >= lockStartBlock(position, roundLockAmountP6)
}

/** Blocks as seconds at 12 s a block: an estimate for waits, never a fact about a past date. */
export function blocksToSeconds(blocks: bigint): bigint {
  return blocks * SECONDS_PER_BLOCK
}

/** Whole rounds as seconds at 12 s a block. */
export function roundsToSeconds(rounds: bigint, roundLength: bigint): bigint {
  return blocksToSeconds(rounds * roundLength)
}

/** Estimated seconds until a round begins; 0 when it has begun. */
export function secondsUntilRound(position: RoundPosition, round: bigint): bigint {
  const blocks = startBlockOfRound(position, round) - position.blockNum
  return blocks > 0n ? blocksToSeconds(blocks) : 0n
}

/** Everything a round ring or panel says about the round. */
export interface RoundState extends RoundPosition {
  nextRoundBlock: bigint
  blocksElapsed: bigint
  /** Blocks until the next round begins, at least 1. */
  blocksLeft: bigint
  /** Estimated seconds until the next round begins. */
  secondsLeft: bigint
  /** How far through the round, out of 10^6, rounded down; below 100 %. */
  progressP6: bigint
  lockStartBlock: bigint
  locked: boolean
  /** `overdue`: nobody has called initializeRound for this round yet, and nearly every staking call reverts until somebody does. */
  state: 'initialised' | 'overdue'
  lastInitializedRound: bigint
  /** Rounds begun since the last initialised one: 0 when initialised, more than 1 when rounds were skipped. */
  roundsOverdue: bigint
}

/** Joins position, lock and initialisation into the round's state (contracts.md 4.2, 4.3). */
export function roundState(
  position: RoundPosition,
  settings: { roundLockAmountP6: bigint; lastInitializedRound: bigint },
): RoundState {
  const next = nextRoundBlock(position)
  const blocksElapsed = position.blockNum - position.startBlock
  const blocksLeft = next - position.blockNum
  return {
    ...position,
    nextRoundBlock: next,
    blocksElapsed,
    blocksLeft,
    secondsLeft: blocksToSeconds(blocksLeft),
    progressP6: (blocksElapsed * P6) / position.roundLength,
    lockStartBlock: lockStartBlock(position, settings.roundLockAmountP6),
    locked: isRoundLocked(position, settings.roundLockAmountP6),
    state: settings.lastInitializedRound === position.round ? 'initialised' : 'overdue',
    lastInitializedRound: settings.lastInitializedRound,
    roundsOverdue: position.round - settings.lastInitializedRound,
  }
}
