import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundAnchor } from './rounds'
import {
  isRoundLocked,
  lockLengthBlocks,
  lockStartBlock,
  nextRoundBlock,
  roundAt,
  roundState,
  roundsToSeconds,
  secondsUntilRound,
  startBlockOfRound,
} from './rounds'

const anchor: RoundAnchor = {
  roundLength: 100n,
  lastRoundLengthUpdateRound: 7n,
  lastRoundLengthUpdateStartBlock: 1_000n,
}

describe('at each boundary of a round of 100 blocks with a lock of 10 %', () => {
  test.each([
    // block, round, start, locked
    [1_000n, 7n, 1_000n, false],
    [1_001n, 7n, 1_000n, false],
    [1_089n, 7n, 1_000n, false],
    [1_090n, 7n, 1_000n, true],
    [1_099n, 7n, 1_000n, true],
    [1_100n, 8n, 1_100n, false],
    [1_199n, 8n, 1_100n, true],
    [1_200n, 9n, 1_200n, false],
  ])('block %s', (block, round, startBlock, locked) => {
    const position = roundAt(anchor, block)
    expect(position).toMatchObject({ round, startBlock })
    expect(isRoundLocked(position, 100_000n)).toBe(locked)
  })
})

test.each([
  [6_377n, 100_000n, 637n],
  [6_377n, 0n, 0n],
  [6_377n, 1_000_000n, 6_377n],
  [9n, 100_000n, 0n],
  [10n, 100_000n, 1n],
])('a round of %s with lock %s has %s locked blocks', (length, lock, blocks) => {
  expect(lockLengthBlocks(length, lock)).toBe(blocks)
})

test('no lock never locks, a whole lock always does', () => {
  for (const block of [1_000n, 1_050n, 1_099n]) {
    expect(isRoundLocked(roundAt(anchor, block), 0n)).toBe(false)
    expect(isRoundLocked(roundAt(anchor, block), 1_000_000n)).toBe(true)
  }
})

describe('roundState', () => {
  const settings = (lastInitializedRound: bigint) => ({ roundLockAmountP6: 100_000n, lastInitializedRound })

  test('first block of an initialised round', () => {
    expect(roundState(roundAt(anchor, 1_100n), settings(8n))).toEqual({
      round: 8n,
      startBlock: 1_100n,
      roundLength: 100n,
      blockNum: 1_100n,
      nextRoundBlock: 1_200n,
      blocksElapsed: 0n,
      blocksLeft: 100n,
      secondsLeft: 1_200n,
      progressP6: 0n,
      lockStartBlock: 1_190n,
      locked: false,
      state: 'initialised',
      lastInitializedRound: 8n,
      roundsOverdue: 0n,
    })
  })

  test('last block, overdue, rounds skipped', () => {
    expect(roundState(roundAt(anchor, 1_299n), settings(7n))).toMatchObject({
      blocksElapsed: 99n,
      blocksLeft: 1n,
      secondsLeft: 12n,
      progressP6: 990_000n,
      locked: true,
      state: 'overdue',
      roundsOverdue: 2n,
    })
  })
})

test('waits are estimates at 12 s a block and never negative', () => {
  const position = roundAt(anchor, 1_150n)
  expect(secondsUntilRound(position, 9n)).toBe(600n)
  expect(secondsUntilRound(position, 10n)).toBe(1_800n)
  expect(secondsUntilRound(position, 8n)).toBe(0n)
  expect(secondsUntilRound(position, 1n)).toBe(0n)
  expect(roundsToSeconds(7n, 6_377n)).toBe(535_668n)
})

test('every block lies in exactly the round that its start block says', () => {
  const positions = fc.record({
    roundLength: fc.bigInt({ min: 1n, max: 100_000n }),
    lastRoundLengthUpdateRound: fc.bigInt({ min: 0n, max: 10_000n }),
    lastRoundLengthUpdateStartBlock: fc.bigInt({ min: 0n, max: 30_000_000n }),
    ahead: fc.bigInt({ min: 0n, max: 10_000_000n }),
  })
  fc.assert(
    fc.property(positions, ({ ahead, ...random }) => {
      const block = random.lastRoundLengthUpdateStartBlock + ahead
      const position = roundAt(random, block)
      expect(position.startBlock <= block && block < nextRoundBlock(position)).toBe(true)
      expect(startBlockOfRound(position, position.round)).toBe(position.startBlock)
      expect(roundAt(random, nextRoundBlock(position)).round).toBe(position.round + 1n)
      expect(startBlockOfRound(position, position.round + 3n)).toBe(
        roundAt(random, position.startBlock + 3n * random.roundLength).startBlock,
      )
      expect(lockStartBlock(position, 100_000n) >= position.startBlock).toBe(true)
    }),
  )
})

test('a length of 0 throws, where the contract panics', () => {
  expect(() => roundAt({ ...anchor, roundLength: 0n }, 1_000n)).toThrow(RangeError)
})
