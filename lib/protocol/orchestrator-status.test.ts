import { describe, expect, test } from 'vitest'
import { MAX_ROUND } from './fixed-point'
import type { CandidatePool } from './orchestrator-status'
import { edgeSeats, isActive, isRegistered, nextRoundStanding, stakeToEnter } from './orchestrator-status'
import type { Address } from './types'
import { ZERO_ADDRESS } from './types'

const id = (digit: string): Address => `0x${digit.repeat(40)}`
const [A, B, C, X] = [id('a'), id('b'), id('c'), id('f')]

test.each([
  [A, 1n, true],
  [`0x${'A'.repeat(40)}` as Address, 1n, true],
  [A, 0n, false],
  [B, 1n, false],
  [ZERO_ADDRESS, 1n, false],
])('delegate %s with %s wei: registered %s', (delegateAddress, bondedAmount, registered) => {
  expect(isRegistered(A, { delegateAddress, bondedAmount })).toBe(registered)
})

test.each([
  [9n, MAX_ROUND, true],
  [10n, MAX_ROUND, true],
  [11n, MAX_ROUND, false],
  [5n, 11n, true],
  [5n, 10n, false],
  [0n, 0n, false],
])('active from %s until %s: in round 10 %s', (activationRound, deactivationRound, active) => {
  expect(isActive({ activationRound, deactivationRound }, 10n)).toBe(active)
})

const pool = (stakes: readonly bigint[], maxSize: number): CandidatePool => ({
  nodes: stakes.map((stake, index) => ({ id: [A, B, C][index] ?? id(String(index)), stake })),
  maxSize,
})

describe('stakeToEnter', () => {
  test.each([
    ['room: any stake', pool([30n, 20n], 3), 0n, 1n],
    ['an empty pool', pool([], 3), 0n, 1n],
    ['full: one more than the last', pool([30n, 20n, 10n], 3), 0n, 11n],
    ['full, some stake already', pool([30n, 20n, 10n], 3), 4n, 7n],
    ['full, a tie loses', pool([30n, 20n, 10n], 3), 10n, 1n],
    ['full, above the last but outside', pool([30n, 20n, 10n], 3), 12n, 1n],
  ])('%s', (_name, candidates, own, needed) => {
    expect(stakeToEnter(candidates, own)).toBe(needed)
  })
})

describe('nextRoundStanding', () => {
  const base = { account: A, registered: true, activeNow: true, delegatedAmount: 30n }

  test.each([
    [
      'room below',
      base,
      pool([30n, 20n], 3),
      { standing: 'in-set', rank: 1, joinsNextRound: false, lead: 10n },
    ],
    [
      'last of a set with room',
      { ...base, account: B },
      pool([30n, 20n], 3),
      { standing: 'in-set', rank: 2, joinsNextRound: false, lead: 0n },
    ],
    [
      'last of a full set',
      { ...base, account: C },
      pool([30n, 20n, 10n], 3),
      { standing: 'on-edge', rank: 3, joinsNextRound: false, lead: 0n },
    ],
    [
      'above the edge of a full set',
      { ...base, account: B },
      pool([30n, 20n, 10n], 3),
      { standing: 'in-set', rank: 2, joinsNextRound: false, lead: 10n },
    ],
    [
      'new in the set',
      { ...base, activeNow: false },
      pool([30n, 20n], 3),
      { standing: 'in-set', rank: 1, joinsNextRound: true, lead: 10n },
    ],
    [
      'evicted',
      { ...base, account: X, delegatedAmount: 8n },
      pool([30n, 20n, 10n], 3),
      { standing: 'falling-out', needed: 3n },
    ],
    [
      'resigned, active until the round ends',
      { ...base, account: X, registered: false, delegatedAmount: 0n },
      pool([30n, 20n, 10n], 3),
      { standing: 'falling-out', needed: 11n },
    ],
    [
      'registered outside',
      { ...base, account: X, activeNow: false, delegatedAmount: 10n },
      pool([30n, 20n, 10n], 3),
      { standing: 'outside', needed: 1n },
    ],
    [
      'registered outside a set with room',
      { ...base, account: X, activeNow: false, delegatedAmount: 5n },
      pool([30n, 20n], 3),
      { standing: 'outside', needed: 1n },
    ],
    [
      'never registered',
      { ...base, account: X, activeNow: false, registered: false, delegatedAmount: 0n },
      pool([30n], 3),
      { standing: 'not-registered' },
    ],
  ])('%s', (_name, input, candidates, expected) => {
    expect(nextRoundStanding({ ...input, pool: candidates })).toEqual(expected)
  })

  test('the edge of 100 seats is the last five', () => {
    expect([edgeSeats(100), edgeSeats(19), edgeSeats(1)]).toEqual([5, 1, 1])
    const nodes = Array.from({ length: 100 }, (_, index) => ({
      id: `0x${(index + 1).toString(16).padStart(40, '0')}` as Address,
      stake: BigInt(1_000 - index),
    }))
    const standingOf = (rank: number) =>
      nextRoundStanding({
        ...base,
        account: nodes[rank - 1]?.id ?? X,
        pool: { nodes, maxSize: 100 },
      }).standing
    expect([standingOf(95), standingOf(96), standingOf(100)]).toEqual(['in-set', 'on-edge', 'on-edge'])
  })
})
