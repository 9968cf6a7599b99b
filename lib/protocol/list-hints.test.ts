import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bondHints,
  isHint,
  rebondHint,
  rewardHint,
  transcoderHint,
  transferBondHints,
  unbondHint,
} from './list-hints'
import type { CandidatePool } from './orchestrator-status'
import type { Hint } from './sorted-pool'
import { joinPool, NO_HINT, placeInPool } from './sorted-pool'
import type { Address, PoolNode } from './types'
import { ZERO_ADDRESS } from './types'

const id = (digit: string): Address => `0x${digit.repeat(40)}`
const [A, B, C, D, X, Y] = [id('a'), id('b'), id('c'), id('d'), id('e'), id('f')]
const ME = id('1')

const pool: CandidatePool = {
  nodes: [
    { id: A, stake: 400n },
    { id: B, stake: 300n },
    { id: C, stake: 200n },
    { id: D, stake: 100n },
  ],
  maxSize: 4,
}
const roomy: CandidatePool = { ...pool, maxSize: 10 }
const target = (account: Address, delegatedAmount: bigint, registered = true) => ({
  account,
  delegatedAmount,
  registered,
})
const between = (prev: Address, next: Address): Hint => ({ prev, next })
const nobody = { account: ME, bondedAmount: 0n, delegate: ZERO_ADDRESS }
const order = (candidates: CandidatePool) => candidates.nodes.map((node) => node.id)

test.each([
  [500n, 0],
  [400n, 0],
  [399n, 1],
  [300n, 1],
  [100n, 3],
  [99n, 4],
])('a new node of %s goes to place %s: before its equals', (stake, place) => {
  expect(placeInPool(pool.nodes, stake)).toBe(place)
})

describe('first bond and adding', () => {
  test.each([
    ['stays where it is', C, 200n, 50n, between(B, D)],
    ['a tie goes ahead', C, 200n, 100n, between(A, B)],
    ['to the top', D, 100n, 1_000n, between(ZERO_ADDRESS, A)],
    ['one wei at the tail', D, 100n, 1n, between(C, ZERO_ADDRESS)],
    ['the head stays head', A, 400n, 1n, between(ZERO_ADDRESS, B)],
  ])('%s', (_name, account, stake, amount, expected) => {
    const hints = bondHints(pool, { staker: nobody, amount, to: target(account, stake), from: null })
    expect(hints).toMatchObject({ old: NO_HINT, current: expected })
  })

  test('adding to the delegate one has is no move', () => {
    const staker = { account: ME, bondedAmount: 10n, delegate: C }
    const hints = bondHints(pool, { staker, amount: 50n, to: target(C, 200n), from: target(C, 200n) })
    expect(hints).toMatchObject({ old: NO_HINT, current: between(B, D) })
  })

  test('somebody who is no orchestrator changes nothing', () => {
    const hints = bondHints(pool, { staker: nobody, amount: 500n, to: target(X, 0n, false), from: null })
    expect(hints.current).toEqual(NO_HINT)
    expect(hints.change.pool).toEqual(pool)
  })

  test('bonding to oneself registers and enters where there is room', () => {
    const hints = bondHints(roomy, { staker: nobody, amount: 250n, to: target(ME, 0n, false), from: null })
    expect(hints).toMatchObject({ current: between(B, C), change: { joined: ME, evicted: null } })
  })

  test('a full pool: more than the last evicts it, a tie changes nothing', () => {
    const join = (amount: bigint) =>
      bondHints(pool, { staker: nobody, amount, to: target(ME, 0n, false), from: null })
    expect(join(101n)).toMatchObject({
      current: between(C, ZERO_ADDRESS),
      change: { joined: ME, evicted: D },
    })
    expect(join(250n)).toMatchObject({ current: between(B, C), change: { joined: ME, evicted: D } })
    expect(join(100n)).toMatchObject({ current: NO_HINT, change: { joined: null, evicted: null, pool } })
  })

  test('the only node of an empty pool has no neighbours', () => {
    const empty: CandidatePool = { nodes: [], maxSize: 4 }
    const hints = bondHints(empty, { staker: nobody, amount: 1n, to: target(ME, 0n, false), from: null })
    expect(hints).toMatchObject({ current: NO_HINT, change: { joined: ME } })
    expect(isHint(hints.current)).toBe(false)
    expect(isHint(between(A, ZERO_ADDRESS))).toBe(true)
    expect(isHint(between(ZERO_ADDRESS, A)), 'the head is found at once').toBe(false)
  })
})

describe('moving the whole stake', () => {
  const staker = { account: ME, bondedAmount: 150n, delegate: A }

  test('old delegate first, new one on the list that results', () => {
    const hints = bondHints(pool, { staker, amount: 60n, to: target(C, 200n), from: target(A, 400n) })
    // A falls to 250, between B and C; then C rises to 410, above everybody.
    expect(hints.old).toEqual(between(B, C))
    expect(hints.current).toEqual(between(ZERO_ADDRESS, B))
    expect(order(hints.change.pool)).toEqual([C, B, A, D])
  })

  test('neighbours may be each other', () => {
    const hints = bondHints(pool, { staker, amount: 0n, to: target(B, 300n), from: target(A, 400n) })
    expect(hints.old).toEqual(between(B, C))
    expect(hints.current).toEqual(between(ZERO_ADDRESS, A))
  })

  test('an old delegate outside the pool needs no hint', () => {
    const outside = { ...staker, delegate: X }
    const hints = bondHints(pool, { staker: outside, amount: 0n, to: target(D, 100n), from: target(X, 150n) })
    expect(hints).toMatchObject({ old: NO_HINT, current: between(B, C) })
  })

  test('an old delegate left with nothing leaves the list', () => {
    const all = { account: ME, bondedAmount: 400n, delegate: A }
    const hints = bondHints(pool, { staker: all, amount: 0n, to: target(D, 100n), from: target(A, 400n) })
    expect(hints.old).toEqual(NO_HINT)
    expect(order(hints.change.pool)).toEqual([D, B, C])
  })

  test('the place freed by the old delegate lets an outsider in', () => {
    const all = { account: ME, bondedAmount: 400n, delegate: A }
    const hints = bondHints(pool, { staker: all, amount: 0n, to: target(X, 10n), from: target(A, 400n) })
    expect(hints.change).toMatchObject({ joined: X, evicted: null })
    expect(hints.current).toEqual(between(ZERO_ADDRESS, B))
  })
})

describe('unbonding', () => {
  test('a delegator: its delegate goes down', () => {
    const staker = { account: ME, bondedAmount: 250n, delegate: A }
    const change = unbondHint(pool, { staker, amount: 250n, from: target(A, 400n) })
    expect(change.hint).toEqual(between(C, D))
    expect(order(change.pool)).toEqual([B, C, A, D])
  })

  test('part of the own stake of an orchestrator', () => {
    const staker = { account: B, bondedAmount: 300n, delegate: B }
    expect(unbondHint(pool, { staker, amount: 299n, from: target(B, 300n) }).hint).toEqual(
      between(D, ZERO_ADDRESS),
    )
  })

  test('all of it: it resigns and its place stays empty', () => {
    const staker = { account: B, bondedAmount: 100n, delegate: B }
    const change = unbondHint(pool, { staker, amount: 100n, from: target(B, 300n) })
    expect(change.hint).toEqual(NO_HINT)
    expect(order(change.pool)).toEqual([A, C, D])
  })
})

describe('rebond, reward, cuts, transfer', () => {
  test('rebond to a member, and from unbonded to oneself', () => {
    expect(rebondHint(pool, { account: ME, amount: 250n, to: target(D, 100n) }).hint).toEqual(between(A, B))
    const self = rebondHint(roomy, { account: ME, amount: 350n, to: target(ME, 0n, false) })
    expect(self).toMatchObject({ hint: between(A, B), joined: ME })
  })

  test('reward lifts the orchestrator, and may bring one in', () => {
    expect(rewardHint(pool, { transcoder: target(D, 100n), netReward: 150n }).hint).toEqual(between(B, C))
    expect(rewardHint(pool, { transcoder: target(X, 90n), netReward: 11n })).toMatchObject({
      joined: X,
      evicted: D,
      hint: between(C, ZERO_ADDRESS),
    })
    expect(rewardHint(pool, { transcoder: target(X, 90n), netReward: 10n })).toMatchObject({ joined: null })
    expect(rewardHint(pool, { transcoder: target(X, 90n, false), netReward: 99n })).toMatchObject({
      joined: null,
    })
  })

  test('setting cuts tries to enter only from outside', () => {
    expect(transcoderHint(pool, target(A, 400n))).toMatchObject({ hint: NO_HINT, joined: null })
    expect(transcoderHint(pool, target(X, 150n))).toMatchObject({
      joined: X,
      evicted: D,
      hint: between(C, ZERO_ADDRESS),
    })
    expect(transcoderHint(pool, target(X, 150n, false))).toMatchObject({ joined: null })
  })

  test('a transfer goes down with one delegate and up with the other', () => {
    const sender = { account: ME, bondedAmount: 200n, delegate: A }
    const input = { sender, receiver: Y, amount: 150n, from: target(A, 400n) }
    const other = transferBondHints(pool, { ...input, to: target(D, 100n) })
    expect(other.old).toEqual(between(B, C))
    expect(other.current).toEqual(between(B, A))
    const same = transferBondHints(pool, { ...input, to: target(A, 400n) })
    expect(same.change.pool).toEqual(pool)
    expect(same.current).toEqual(between(ZERO_ADDRESS, B))
  })
})

describe('for any pool and change', () => {
  const address = (value: number): Address => `0x${value.toString(16).padStart(40, '0')}`
  const pools = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
    .chain((ids) =>
      fc
        .array(fc.bigInt({ min: 1n, max: 20n }), { minLength: ids.length, maxLength: ids.length })
        .map((stakes) => {
          const sorted = [...stakes].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
          return ids.map((value, index): PoolNode => ({ id: address(value), stake: sorted[index] ?? 1n }))
        }),
    )

  /** contracts.md 5.8: what makes a hint valid for a key on a list that does not hold the node. */
  function isValid(nodes: readonly PoolNode[], hint: Hint, key: bigint): boolean {
    const prev = nodes.findIndex((node) => node.id === hint.prev)
    const next = nodes.findIndex((node) => node.id === hint.next)
    if (hint.prev === ZERO_ADDRESS && hint.next === ZERO_ADDRESS) return nodes.length === 0
    if (hint.prev === ZERO_ADDRESS) return next === 0 && key >= (nodes[0]?.stake ?? 0n)
    if (hint.next === ZERO_ADDRESS) return prev === nodes.length - 1 && key <= (nodes[prev]?.stake ?? 0n)
    return next === prev + 1 && (nodes[prev]?.stake ?? 0n) >= key && key >= (nodes[next]?.stake ?? 0n)
  }

  const sum = (nodes: readonly PoolNode[]) => nodes.reduce((total, node) => total + node.stake, 0n)

  test('the pool stays sorted and within its size; hints are valid where they are used', () => {
    fc.assert(
      fc.property(
        pools,
        fc.bigInt({ min: 1n, max: 25n }),
        fc.boolean(),
        fc.nat(),
        (nodes, amount, room, pick) => {
          const maxSize = room ? nodes.length + 1 : nodes.length
          const member = nodes[pick % nodes.length]
          if (member === undefined) return
          const others = nodes.filter((node) => node.id !== member.id)
          const up = rewardHint(
            { nodes, maxSize },
            { transcoder: target(member.id, member.stake), netReward: amount },
          )
          expect(isValid(others, up.hint, member.stake + amount)).toBe(true)
          expect(sum(up.pool.nodes)).toBe(sum(nodes) + amount)

          const staker = { account: ME, bondedAmount: amount, delegate: member.id }
          if (amount < member.stake) {
            const down = unbondHint(
              { nodes, maxSize },
              { staker, amount, from: target(member.id, member.stake) },
            )
            expect(isValid(others, down.hint, member.stake - amount)).toBe(true)
            expect(sum(down.pool.nodes)).toBe(sum(nodes) - amount)
          }

          const joined = joinPool({ nodes, maxSize }, X, amount)
          const last = nodes.at(-1)
          expect(joined.joined === X).toBe(room || amount > (last?.stake ?? 0n))
          if (joined.joined === X) {
            expect(isValid(joined.evicted === null ? nodes : nodes.slice(0, -1), joined.hint, amount)).toBe(
              true,
            )
          }
          for (const change of [up, joined]) {
            expect(change.pool.nodes.length).toBeLessThanOrEqual(maxSize)
            const stakes = change.pool.nodes.map((node) => node.stake)
            expect(stakes.every((stake, index) => index === 0 || (stakes[index - 1] ?? 0n) >= stake)).toBe(
              true,
            )
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('both hints of a move are valid, each on the list it meets', () => {
    fc.assert(
      fc.property(pools, fc.nat(), fc.nat(), fc.bigInt({ min: 0n, max: 9n }), (nodes, one, two, amount) => {
        const from = nodes[one % nodes.length]
        const to = nodes[two % nodes.length]
        if (from === undefined || to === undefined || from.id === to.id || from.stake === 1n) return
        const moved = from.stake / 2n
        const { old, current, change } = bondHints(
          { nodes, maxSize: 12 },
          {
            staker: { account: ME, bondedAmount: moved, delegate: from.id },
            amount,
            to: target(to.id, to.stake),
            from: target(from.id, from.stake),
          },
        )
        const withoutFrom = nodes.filter((node) => node.id !== from.id)
        expect(isValid(withoutFrom, old, from.stake - moved)).toBe(true)
        const withoutTo = change.pool.nodes.filter((node) => node.id !== to.id)
        expect(isValid(withoutTo, current, to.stake + moved + amount)).toBe(true)
        expect(sum(change.pool.nodes)).toBe(sum(nodes) + amount)
      }),
      { numRuns: 300 },
    )
  })
})
