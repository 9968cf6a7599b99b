import { expect, test } from 'vitest'
import type { DelegatingView, RoundView, UnbondingLockView } from '@/lib/data/types'
import { stripFigures } from './strip-figures'

const lock = (withdrawRound: number, state: UnbondingLockView['state']) =>
  ({ withdrawRound, state }) as UnbondingLockView
const view = {
  round: { number: 100 } as RoundView,
  pendingRewardsWei: 0n,
  pendingFeesWei: 0n,
  locks: [] as readonly UnbondingLockView[],
} as DelegatingView

test('what there is not takes no room', () => expect(stripFigures(view)).toEqual([]))

test('rewards and fees are those not claimed and not withdrawn, exact on hover', () => {
  const [rewards, fees] = stripFigures({ ...view, pendingRewardsWei: 15n * 10n ** 17n, pendingFeesWei: 1n })
  expect(rewards).toMatchObject({ label: 'Unclaimed', value: '1.50 LPT' })
  expect(fees?.value).toBe('< 0.0001 ETH')
  expect(fees?.title).toContain('0.000000000000000001 ETH')
})

test('the next unlock is the soonest that still waits', () => {
  const locks = [lock(99, 'withdrawable'), lock(107, 'waiting'), lock(101, 'waiting')]
  expect(stripFigures({ ...view, locks })).toEqual([
    { label: 'Unlocks in', value: '1 round', title: 'The next unbonding lock opens in round 101' },
  ])
})
