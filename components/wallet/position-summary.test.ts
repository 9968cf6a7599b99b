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

  it('is the withdrawal when locks are ripe, with their sum', () => {
    const { next } = summarisePosition({ ...view, locks: [ripe, waiting, { ...ripe, id: 3 }] })
    expect(next).toEqual({ label: 'Withdraw 6 LPT', href: `/accounts/${view.address}/delegating` })
  })

  it('is a comparison when nothing is earned, and nothing when all is well', () => {
    expect(summarisePosition(withDelegate({ deactivationRound: 90 })).next?.href).toBe('/orchestrators')
    expect(summarisePosition(withDelegate({ deactivationRound: 101 })).next?.href).toBe('/orchestrators')
    expect(summarisePosition({ ...view, locks: [waiting] }).next).toBeNull()
  })
})

test('an unnamed orchestrator is called by its address', () => {
  expect(summarisePosition(withDelegate({ name: null })).reason).toMatch(/^0x3333…3333/)
})
