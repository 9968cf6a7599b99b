import { describe, expect, it, test } from 'vitest'
import type { DelegateView, DelegatingView, RoundView, UnbondingLockView } from '@/lib/data/types'
import { summarisePosition } from './position-summary'

const LPT = 10n ** 18n
const round = { number: 100, overdue: false } as RoundView
const delegate = {
  address: '0x3333333333333333333333333333333333333333',
  name: 'node one',
  registered: true,
  activationRound: 10,
  deactivationRound: null,
  lastRewardRound: 100,
  rewardCutP6: 100_000n,
  feeShareP6: 500_000n,
} as Partial<DelegateView> as DelegateView
const view = {
  address: '0x1111111111111111111111111111111111111111',
  round,
  bondedWei: LPT,
  startRound: 20,
  delegate,
  locks: [] as readonly UnbondingLockView[],
  hasCheckpoint: true,
  paused: false,
} as Partial<DelegatingView> as DelegatingView

const withDelegate = (changes: Partial<DelegateView>): DelegatingView => ({
  ...view,
  delegate: { ...delegate, ...changes },
})

describe('whether the stake earns, and why', () => {
  it.each<[string, DelegatingView, string, RegExp]>([
    ['called this round', view, 'earning', /node one called reward this round/],
    ['not called yet', withDelegate({ lastRewardRound: 99 }), 'earning', /has not called reward yet/],
    ['misses calls', withDelegate({ lastRewardRound: 95 }), 'not-earning', /4 rounds/],
    ['pending', { ...view, startRound: 101 }, 'waiting', /from round 101/],
    ['overdue round', { ...view, round: { ...round, overdue: true } }, 'waiting', /100 has not been started/],
    ['left the active set', withDelegate({ deactivationRound: 90 }), 'not-earning', /not in the active set/],
    ['joins later', withDelegate({ activationRound: 101 }), 'waiting', /active in round 101/],
    [
      'keeps everything',
      withDelegate({ rewardCutP6: 1_000_000n, feeShareP6: 0n }),
      'not-earning',
      /keeps all/,
    ],
    ['falls out next round', withDelegate({ deactivationRound: 101 }), 'earning', /leaves .* in round 101/],
    [
      'pending with somebody outside the set',
      { ...withDelegate({ deactivationRound: 90 }), startRound: 101 },
      'not-earning',
      /not in the active set/,
    ],
    [
      'pending with somebody who falls out',
      { ...withDelegate({ deactivationRound: 101 }), startRound: 101 },
      'not-earning',
      /not in the active set/,
    ],
    ['rewards only', withDelegate({ feeShareP6: 0n }), 'earning', /Rewards only/],
    ['no stake', { ...view, bondedWei: 0n, delegate: null }, 'none', /No stake/],
  ])('%s', (_name, account, earning, reason) => {
    const summary = summarisePosition(account)
    expect(summary.earning).toBe(earning)
    expect(summary.reason).toMatch(reason)
  })
})

describe('the one next action', () => {
  const ripe = { id: 1, amountWei: 3n * LPT, state: 'withdrawable' } as UnbondingLockView
  const waiting = { id: 2, amountWei: 5n * LPT, state: 'waiting' } as UnbondingLockView

  const page = `/accounts/${view.address}/delegating`

  it('is the withdrawal when locks are ripe, with their sum, as a series where there are several', () => {
    const { next } = summarisePosition({ ...view, locks: [ripe, waiting, { ...ripe, id: 3 }] })
    expect(next).toMatchObject({ label: 'Withdraw 6 LPT', href: `${page}#unbonding` })
    expect(next?.intent).toEqual({ verb: 'withdrawLocks', lockIds: [1n, 3n] })
    expect(summarisePosition({ ...view, locks: [ripe, waiting] }).next?.intent).toEqual({
      verb: 'withdrawStake',
      lockId: 1n,
    })
  })

  it('is starting the round before anything that an overdue round blocks', () => {
    const overdue = { ...view, round: { ...round, overdue: true }, locks: [ripe] }
    expect(summarisePosition(overdue).next?.intent).toEqual({ verb: 'initializeRound' })
    const newcomer = { ...overdue, bondedWei: 0n, delegate: null, locks: [] }
    expect(summarisePosition(newcomer).next?.label).toBe('Choose an orchestrator')
  })

  it('is a comparison when nothing is earned, and nothing when all is well', () => {
    expect(summarisePosition(withDelegate({ deactivationRound: 90 })).next?.href).toBe('/orchestrators')
    expect(summarisePosition(withDelegate({ deactivationRound: 101 })).next?.href).toBe('/orchestrators')
    expect(summarisePosition({ ...view, locks: [waiting] }).next).toBeNull()
  })

  it('is the record for voting where a stake has none, and not without a stake', () => {
    const unrecorded = { ...view, hasCheckpoint: false }
    expect(summarisePosition(unrecorded).next?.intent).toEqual({
      verb: 'checkpointBondingState',
      of: view.address,
    })
    const empty = { ...unrecorded, bondedWei: 0n, delegate: null }
    expect(summarisePosition(empty).next?.intent).toBeNull()
  })

  it('is the vote when nothing else waits; unknown votes are not open ones', () => {
    const next = (polls: number, proposals: number) => summarisePosition(view, { polls, proposals }).next
    expect(next(1, 1)).toMatchObject({ label: '2 open votes', href: '/treasury' })
    expect(next(1, 0)).toMatchObject({ label: '1 open vote', href: '/voting' })
    expect(next(0, 0)).toBeNull()
    expect(summarisePosition(view, null).next).toBeNull()
  })

  it('is nothing while the protocol is paused, because nothing is possible', () => {
    expect(summarisePosition({ ...view, paused: true, locks: [ripe] }).next).toBeNull()
  })
})

test('an unnamed orchestrator is called by its address', () => {
  expect(summarisePosition(withDelegate({ name: null })).reason).toMatch(/^0x3333…3333/)
})
