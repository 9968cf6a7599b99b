import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { networkShareP9 } from '@/lib/data/delegating-account'
import { lifetimeRewards } from '@/lib/data/delegating-history'
import { countByDelegate } from '@/lib/data/delegator-counts'
import { feeDaysSince, indexedRound, indexNumber, indexWei } from '@/lib/data/index-figures'
import { unbondingLockViews } from '@/lib/data/locks'
import { rewardRoundViews } from '@/lib/data/orchestrating-history'
import { mergeRewardCalls, type OrchestratorHistory } from '@/lib/data/orchestrator-history'
import {
  listedMembers,
  type OrchestratorIndex,
  orchestratorRow,
  outsideCandidates,
} from '@/lib/data/orchestrators'
import type { PoolMember, PoolReading } from '@/lib/data/pool-lens'
import { standingOf } from '@/lib/data/standing'

const address = (digit: number): Address => `0x${digit.toString(16).padStart(40, '0')}`

function member(digit: number, stakeWei: bigint, more: Partial<PoolMember> = {}): PoolMember {
  return {
    address: address(digit),
    stakeWei,
    lastRewardRound: 0,
    rewardCutP6: 100_000n,
    feeShareP6: 400_000n,
    activationRound: 1,
    deactivationRound: null,
    registered: true,
    ...more,
  }
}

const round = 100
const full: PoolReading = { maxSize: 3, members: [member(1, 300n), member(2, 200n), member(3, 100n)] }

describe('standing for the next round', () => {
  it('has room, an edge and somebody who joins', () => {
    expect(standingOf(member(1, 300n), full, round)).toEqual({ standing: 'in', rank: 1, marginWei: 200n })
    expect(standingOf(member(3, 100n), full, round)).toEqual({ standing: 'edge', rank: 3, marginWei: 0n })
    const joining = {
      ...full,
      members: [member(1, 300n, { activationRound: 101 }), ...full.members.slice(1)],
    }
    expect(standingOf(member(1, 300n, { activationRound: 101 }), joining, round).standing).toBe('joining')
  })

  it('says what somebody outside lacks: a tie loses', () => {
    expect(standingOf(member(9, 100n, { deactivationRound: 50 }), full, round)).toEqual({
      standing: 'outside',
      rank: null,
      marginWei: -1n,
    })
    expect(standingOf(member(9, 40n, { deactivationRound: 101 }), full, round)).toEqual({
      standing: 'leaving',
      rank: null,
      marginWei: -61n,
    })
    expect(
      standingOf(member(9, 0n, { registered: false, deactivationRound: 50 }), full, round).standing,
    ).toBe('unregistered')
  })

  it('has no margin while places are free', () => {
    const free = { ...full, maxSize: 5 }
    expect(standingOf(member(3, 100n), free, round)).toEqual({ standing: 'in', rank: 3, marginWei: null })
  })
})

function history(digit: number, more: Partial<OrchestratorHistory> = {}): OrchestratorHistory {
  return {
    address: address(digit),
    candidate: { registered: true, activationRound: '1', deactivationRound: '50' },
    serviceUri: null,
    fees90dWei: 7n,
    rewardRows: [],
    feeRounds: [],
    ...more,
  }
}

const indexedAt = { block: 1, timestamp: 1 }
function index(...histories: OrchestratorHistory[]): OrchestratorIndex {
  return {
    histories: { byAddress: new Map(histories.map((item) => [item.address, item])), indexedAt },
    counts: { total: 3, byDelegate: new Map([[address(1), 3]]), indexedAt },
    cuts: { byAddress: new Map(), indexedAt },
  }
}

function rowsOf(outside: readonly PoolMember[], known: OrchestratorIndex) {
  const context = { pool: full, poolStakeWei: 600n, round, now: 1_000, index: known, yields: new Map() }
  return listedMembers(full, outside, round).map((one) => orchestratorRow(one, context))
}

describe('the list of orchestrators', () => {
  it('takes stake and order from the chain and adds what the index knows', () => {
    const [first, second] = rowsOf([], index(history(1)))
    expect(first).toMatchObject({
      rank: 1,
      totalStakeWei: 300n,
      stakeShareP9: 500_000_000n,
      feeCutP6: 600_000n,
      delegatorsCount: 3,
      fees90dWei: 7n,
    })
    expect(second).toMatchObject({ rank: 2, delegatorsCount: 0, fees90dWei: 0n })
  })

  it('shows unknown figures as unknown, not as zero, without an index', () => {
    const [row] = rowsOf([], { histories: null, counts: null, cuts: null })
    expect(row).toMatchObject({
      delegatorsCount: null,
      fees90dWei: null,
      rewardCalls30: null,
      rewardCalls90: null,
      cutSafety: null,
      yield30: { state: 'unknown' },
    })
    expect(row?.totalStakeWei).toBe(300n)
  })

  it('puts those outside last, by stake, without a share, and leaves out who is neither registered nor active', () => {
    const outside = [
      member(7, 10n, { deactivationRound: 50 }),
      member(8, 20n, { deactivationRound: 101, registered: false }),
      member(9, 99n, { deactivationRound: 50, registered: false }),
    ]
    const rows = rowsOf(outside, index())
    expect(rows.map((row) => row.address)).toEqual([1, 2, 3, 8, 7].map(address))
    expect(rows.at(-1)).toMatchObject({ rank: null, stakeShareP9: 0n, standing: 'outside' })
  })

  it('asks the chain about registered ones outside and those in their last round, not about members', () => {
    const { histories } = index(
      history(1),
      history(7),
      history(8, { candidate: { registered: false, activationRound: '1', deactivationRound: '101' } }),
      history(9, { candidate: { registered: false, activationRound: '1', deactivationRound: '100' } }),
    )
    expect(outsideCandidates(histories, full, round).map((item) => item.toLowerCase())).toEqual(
      [7, 8].map(address),
    )
    expect(outsideCandidates(null, full, round)).toEqual([])
  })
})

describe('reward calls', () => {
  const rows = [
    { round: 99n, rewarded: false },
    { round: 98n, rewarded: true },
    { round: 69n, rewarded: false },
  ]
  it('count finished rounds of the window, with the running one open until the chain says it is called', () => {
    expect(mergeRewardCalls(rows, { round, active: true, lastRewardRound: 98 }, 30)).toEqual({
      called: 1,
      missed: 1,
      rounds: 2,
      open: true,
    })
    expect(mergeRewardCalls(rows, { round, active: true, lastRewardRound: 100 }, 30)).toEqual({
      called: 1,
      missed: 1,
      rounds: 2,
      open: false,
    })
    expect(mergeRewardCalls(rows, { round, active: true, lastRewardRound: 98 }, 90).missed).toBe(2)
  })

  it('are not open for somebody who is not active', () => {
    expect(mergeRewardCalls([], { round, active: false, lastRewardRound: 0 }, 30)).toEqual({
      called: 0,
      missed: 0,
      rounds: 0,
      open: false,
    })
  })

  it('the index has not seen yet count when the chain has them', () => {
    expect(mergeRewardCalls(rows, { round, active: true, lastRewardRound: 99 }, 30)).toMatchObject({
      called: 2,
      missed: 0,
    })
    expect(
      rewardRoundViews([{ round: 99, startedAt: 1, rewardWei: null, feesWei: 0n }], {
        round,
        lastRewardRound: 99,
      })[0],
    ).toMatchObject({ state: 'called', rewardWei: null })
  })

  it('of a round whose end the index did not see are neither called nor missed', () => {
    const chain = { round, active: true, lastRewardRound: 100, indexRound: 99 }
    expect(mergeRewardCalls(rows, chain, 30)).toMatchObject({ called: 1, missed: 0, rounds: 1 })
    const pools = [99, 98].map((number) => ({
      round: number,
      startedAt: 1,
      rewardWei: number === 98 ? 5n : null,
      feesWei: 0n,
    }))
    expect(rewardRoundViews(pools, chain).map((item) => item.round)).toEqual([98])
  })

  it('by round are called, missed or open', () => {
    const pools = [100, 99, 98].map((number) => ({
      round: number,
      startedAt: number,
      rewardWei: number === 98 ? 5n : null,
      feesWei: 0n,
    }))
    expect(rewardRoundViews(pools, { round, lastRewardRound: 98 }).map(({ state }) => state)).toEqual([
      'open',
      'missed',
      'called',
    ])
  })
})

describe('delegating figures', () => {
  it('lifetime rewards are what is owned and was unbonded beyond what was put in, never negative', () => {
    expect(lifetimeRewards(75n, { principalWei: 100n, unbondedWei: 40n })).toBe(15n)
    expect(lifetimeRewards(50n, { principalWei: 100n, unbondedWei: 40n })).toBe(0n)
  })

  it('have a share of the network only while the delegate is active', () => {
    expect(networkShareP9(1n, 4n, true)).toBe(250_000_000n)
    expect(networkShareP9(1n, 4n, false)).toBe(0n)
    expect(networkShareP9(1n, 0n, true)).toBe(0n)
  })

  it('locks become withdrawable in the first block of their round, not before', () => {
    const position = { round: 100n, startBlock: 1000n, roundLength: 10n, blockNum: 1003n }
    const locks = [
      { id: 0n, amount: 5n, withdrawRound: 100n },
      { id: 3n, amount: 6n, withdrawRound: 101n },
    ]
    expect(unbondingLockViews(locks, position, 5000, 12, new Map([[3, address(1)]]))).toEqual([
      {
        id: 0,
        amountWei: 5n,
        withdrawRound: 100,
        state: 'withdrawable',
        availableAtBlock: 1000,
        availableAt: 5000 - 36,
        delegate: null,
      },
      {
        id: 3,
        amountWei: 6n,
        withdrawRound: 101,
        state: 'waiting',
        availableAtBlock: 1010,
        availableAt: 5000 + 84,
        delegate: address(1),
      },
    ])
  })
})

describe('figures of the index', () => {
  it('are exact to the wei and refused when they are no numbers', () => {
    expect(indexWei('12345678.000000000000000001')).toBe(12_345_678_000_000_000_000_000_001n)
    expect(indexNumber('4250')).toBe(4250)
    for (const wrong of ['', 'NaN', '1e5', '0x10']) {
      expect(() => indexWei(wrong)).toThrow('no number')
      expect(() => indexNumber(wrong)).toThrow('no number')
    }
  })

  it('say which round the index was in', () => {
    const now = { number: 100, blocksDone: 50, lengthBlocks: 100, secondsPerBlock: 12 }
    expect(
      [5_000, 4_400, 4_399, 3_200, 3_199].map((timestamp) => indexedRound({ timestamp }, now, 5_000)),
    ).toEqual([100, 100, 99, 99, 98])
  })

  it('count accounts by delegate', () => {
    const rows = [
      { delegate: { id: 'a' } },
      { delegate: null },
      { delegate: { id: 'a' } },
      { delegate: { id: 'b' } },
    ]
    expect([...countByDelegate(rows)]).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  it('of the last 90 days begin at midnight 89 days ago', () => {
    expect(feeDaysSince(100 * 86_400 + 5, 90)).toBe(11 * 86_400)
  })
})
