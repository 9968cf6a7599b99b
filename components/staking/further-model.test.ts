import { describe, expect, it } from 'vitest'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegateView, DelegatingView, RoundView, UnbondingLockView } from '@/lib/data/types'
import { allowanceObstacle, lockSeries, missingRecords, signingObstacle } from './further-model'

const LPT = 10n ** 18n
const wallet: WalletState = { status: 'connected', address: '0x11', chainId: 31337, connectorName: 'Test' }
const lock = (id: number, withdrawRound: number, state: UnbondingLockView['state']) =>
  ({ id, withdrawRound, state, amountWei: BigInt(id) * LPT }) as UnbondingLockView
const view = {
  address: '0x1111111111111111111111111111111111111111',
  round: { number: 100, overdue: false } as RoundView,
  paused: false,
  bondedWei: LPT,
  hasCheckpoint: false,
  allowanceWei: 5n,
  delegate: {
    address: '0x3333333333333333333333333333333333333333',
  } as Partial<DelegateView> as DelegateView,
  locks: [lock(5, 107, 'waiting'), lock(1, 100, 'withdrawable'), lock(3, 90, 'withdrawable')],
} as Partial<DelegatingView> as DelegatingView

describe('all locks at once', () => {
  it('go in the order in which they open, with exact sums', () => {
    expect(lockSeries(view, wallet)).toEqual({
      readyIds: [3, 1],
      readyWei: 4n * LPT,
      allIds: [3, 1, 5],
      allWei: 9n * LPT,
      obstacle: null,
    })
  })

  it('say what stops all of them', () => {
    const overdue = { ...view, round: { number: 100, overdue: true } as RoundView }
    expect(lockSeries(overdue, wallet).obstacle).toMatch(/not been started/)
  })
})

describe('records for voting that are missing', () => {
  const delegate = { address: view.address, bondedWei: LPT, hasCheckpoint: false }

  it('are the own one and the orchestrator’s', () => {
    expect(missingRecords(view, delegate)).toEqual(['own', 'orchestrator'])
    expect(missingRecords(view, { ...delegate, hasCheckpoint: true })).toEqual(['own'])
    expect(missingRecords({ ...view, hasCheckpoint: true }, delegate)).toEqual(['orchestrator'])
  })

  it('are none without a stake, and none of an orchestrator of whom nothing is known', () => {
    expect(missingRecords({ ...view, bondedWei: 0n }, delegate)).toEqual([])
    expect(missingRecords({ ...view, hasCheckpoint: true }, null)).toEqual([])
  })

  it('count an orchestrator’s own only once', () => {
    const self = { ...view, delegate: { address: view.address } as Partial<DelegateView> as DelegateView }
    expect(missingRecords(self, delegate)).toEqual(['own'])
  })
})

it('an allowance of nothing cannot be taken back, and says so', () => {
  expect(allowanceObstacle({ ...view, allowanceWei: 0n }, wallet)).toMatch(/Nothing is approved/)
  expect(allowanceObstacle(view, wallet)).toBeNull()
  expect(allowanceObstacle(view, { ...wallet, status: 'wrong-chain' })).toMatch(/another network/)
})

it('neither pause nor an overdue round stops an approval or a record', () => {
  expect(signingObstacle(wallet)).toBeNull()
  expect(signingObstacle({ ...wallet, status: 'loading' })).toMatch(/Waiting/)
})
