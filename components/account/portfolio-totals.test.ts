import type { Address } from 'viem'
import { expect, test } from 'vitest'
import { holdings, lockSums, nextUnlock, portfolioTotals } from '@/components/account/portfolio-totals'
import type { AccountFigures } from '@/hooks/account-store'
import type { DelegatingView, UnbondingLockView } from '@/lib/data/types'

const one = `0x${'1'.repeat(40)}` as Address
const two = `0x${'ab'.repeat(20)}` as Address

const lock = (id: number, amountWei: bigint, state: UnbondingLockView['state'], availableAt: number) => ({
  id,
  amountWei,
  state,
  availableAt,
  withdrawRound: 1,
  availableAtBlock: 1,
  delegate: null,
})
const locks = [lock(1, 5n, 'waiting', 90), lock(2, 7n, 'withdrawable', 10), lock(3, 11n, 'waiting', 80)]

const known = (stake: bigint, more: Partial<DelegatingView> = {}): AccountFigures => ({
  state: 'known',
  view: {
    pendingStakeWei: stake,
    pendingRewardsWei: 2n,
    pendingFeesWei: 3n,
    lptBalanceWei: 4n,
    locks: [],
    ...more,
  } as unknown as DelegatingView,
  block: 1,
  timestamp: 1,
  fromChain: false,
  note: null,
})

test('the wallet comes first and once, whether it is watched or not', () => {
  expect(holdings(null, [one, two]).map(({ address }) => address)).toEqual([one, two])
  const checksummed = `0x${'AB'.repeat(20)}` as Address
  expect(holdings(checksummed, [one, two])).toEqual([
    { address: two, mine: true, watched: true },
    { address: one, mine: false, watched: true },
  ])
  expect(holdings(checksummed, [one])[0]).toEqual({ address: two, mine: true, watched: false })
})

test('locks are waiting or ready, and the next to open is named', () => {
  expect(lockSums({ locks })).toEqual({ waitingWei: 16n, readyWei: 7n })
  expect(nextUnlock({ locks })).toBe(80)
  expect(nextUnlock({ locks: locks.slice(1, 2) })).toBeNull()
})

test('sums are of what is known, and say of how many', () => {
  const totals = portfolioTotals([
    known(10n, { locks }),
    { state: 'failed', reason: 'It failed.', next: 'Wait.' },
    { state: 'loading' },
    known(2n ** 70n),
  ])
  expect(totals).toEqual({
    known: 2,
    accounts: 4,
    stakeWei: 2n ** 70n + 10n,
    rewardsWei: 4n,
    feesWei: 6n,
    waitingWei: 16n,
    readyWei: 7n,
    walletLptWei: 8n,
  })
})
