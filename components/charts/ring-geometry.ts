/** What the ring needs of a round: block counts from RoundsManager (contracts.md 4.2), L1 blocks on Arbitrum. */
export interface RoundProgress {
  lengthBlocks: number
  blocksDone: number
  startBlock: number
  lockStartBlock: number
  overdue: boolean
}

/** Lengths along the ring in thousandths of a turn, clockwise from twelve o'clock. */
export interface RingParts {
  done: number
  lockStart: number
  lockLength: number
}

/**
 * Where a round's progress and its lock window lie on the ring. Rounds down, so that the ring reads full only when the
 * round is over; a reading past the end stays full; a round of length 0 (not deployed yet) draws an empty ring.
 */
export function ringParts({
  lengthBlocks,
  blocksDone,
  startBlock,
  lockStartBlock,
}: RoundProgress): RingParts {
  const part = (blocks: number) =>
    lengthBlocks > 0 ? Math.floor((Math.min(Math.max(blocks, 0), lengthBlocks) * 1000) / lengthBlocks) : 0
  const lockStart = part(lockStartBlock - startBlock)
  return { done: part(blocksDone), lockStart, lockLength: lengthBlocks > 0 ? 1000 - lockStart : 0 }
}
