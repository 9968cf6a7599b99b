/** Seconds between blocks: rounds are counted in blocks of Ethereum. */
export const BLOCK_SECONDS = 12

export const FIRST_ROUND_LENGTH = 5_760
/** In force since LIP-83 (contracts.md 2.7). */
export const ROUND_LENGTH = 6_377

/** Round in which the protocol is deployed, under the first length. */
const DEPLOY_ROUND = 970
/** Round in which the length changes. With it round 4,250 starts at block 26,500,058. */
const CHANGE_ROUND = 976
const CHANGE_START_BLOCK = CHANGE_ROUND * FIRST_ROUND_LENGTH

/** The round in which every world ends. */
export const LAST_ROUND = 4_250

/** Where the world ends inside its last round: past the first third, before the lock. */
const LAST_ROUND_BLOCKS = 2_345

/** Block heights and times of a world: a pure function of its end time. */
export interface Timeline {
  readonly deployBlock: number
  readonly lengthChangeBlock: number
  readonly endBlock: number
  /** First block of a round from the length change on. */
  startOf(round: number): number
  /** Timestamp in seconds of the block at a height; the end block has the end time. */
  timeOf(block: number): number
}

export function createTimeline(endTime: number): Timeline {
  const startOf = (round: number) => CHANGE_START_BLOCK + (round - CHANGE_ROUND) * ROUND_LENGTH
  const endBlock = startOf(LAST_ROUND) + LAST_ROUND_BLOCKS
  return {
    deployBlock: DEPLOY_ROUND * FIRST_ROUND_LENGTH + 1_000,
    lengthChangeBlock: CHANGE_START_BLOCK + 2_000,
    endBlock,
    startOf,
    timeOf: (block) => endTime - (endBlock - block) * BLOCK_SECONDS,
  }
}

/** Timestamp of block 0 for an end time; the chain must be created with it or an earlier one. */
export function genesisTimeOf(endTime: number): number {
  return createTimeline(endTime).timeOf(0)
}
