import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DelegatingView } from '@/lib/data/types'
import {
  followAccount,
  getAccountFigures,
  refreshAccount,
  showChainFigures,
  subscribeCaughtUp,
} from './account-store'

const asOf = (block: number) => ({ block, timestamp: block * 10, sources: [] })
const answer = (stake: string, block: number) =>
  JSON.stringify({ state: 'ready', value: { pendingStakeWei: stake }, asOf: asOf(block) })
const figures = (stake: bigint) => ({ pendingStakeWei: stake }) as DelegatingView

let next: string | Error = ''
let asked: string[] = []
let count = 0
/** The store is one for the page: each test follows an account of its own. */
const account = () => `0x${String(count).padStart(40, '0')}` as const

beforeEach(() => {
  count += 1
  asked = []
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(new Response(next))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settled = () => vi.advanceTimersByTimeAsync(0)

test('reads an account once for all who follow it', async () => {
  next = answer('5', 1)
  const stops = [followAccount(account(), () => undefined), followAccount(account(), () => undefined)]
  await settled()
  expect(asked).toHaveLength(1)
  expect(getAccountFigures(account())).toMatchObject({
    state: 'known',
    view: { pendingStakeWei: 5n },
    block: 1,
  })
  for (const stop of stops) stop()
})

test('figures from the chain stay until the site has reached their block', async () => {
  const caughtUp = vi.fn()
  const stopCaughtUp = subscribeCaughtUp(caughtUp)
  next = answer('5', 10)
  const stop = followAccount(account(), () => undefined)
  await settled()
  showChainFigures(account(), { view: figures(9n), block: 12, timestamp: 120 })
  await settled()
  expect(getAccountFigures(account())).toMatchObject({ view: { pendingStakeWei: 9n }, fromChain: true })
  expect(caughtUp).not.toHaveBeenCalled()
  next = answer('9', 12)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(getAccountFigures(account())).toMatchObject({ view: { pendingStakeWei: 9n }, fromChain: false })
  expect(caughtUp).toHaveBeenCalledTimes(1)
  stop()
  stopCaughtUp()
})

test('figures from the chain give way after a minute to a site that never reaches their block', async () => {
  next = answer('5', 10)
  const stop = followAccount(account(), () => undefined)
  await settled()
  showChainFigures(account(), { view: figures(9n), block: 12, timestamp: 120 })
  await vi.advanceTimersByTimeAsync(58_000)
  expect(getAccountFigures(account())).toMatchObject({ view: { pendingStakeWei: 9n }, fromChain: true })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(getAccountFigures(account())).toMatchObject({ view: { pendingStakeWei: 5n }, fromChain: false })
  const before = asked.length
  await vi.advanceTimersByTimeAsync(15_000)
  // Back to the usual pace: nothing is hurried after figures that were given up.
  expect(asked.length).toBe(before)
  stop()
})

test('a failed refresh keeps the figures and says so; a first failure is no zero', async () => {
  next = new Error('offline')
  const stop = followAccount(account(), () => undefined)
  await settled()
  expect(getAccountFigures(account()).state).toBe('failed')
  next = answer('5', 1)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(getAccountFigures(account())).toMatchObject({ state: 'known', note: null })
  next = 'garbage'
  refreshAccount(account())
  await settled()
  expect(getAccountFigures(account())).toMatchObject({
    state: 'known',
    view: { pendingStakeWei: 5n },
    note: { reason: expect.stringMatching(/could not be read/) as string },
  })
  stop()
})

test('accounts never mix', async () => {
  next = answer('5', 1)
  const stop = followAccount(account(), () => undefined)
  await settled()
  expect(getAccountFigures('0xffffffffffffffffffffffffffffffffffffffff').state).toBe('loading')
  stop()
})

test('nothing is asked once nobody follows', async () => {
  next = answer('5', 1)
  const stop = followAccount(account(), () => undefined)
  await settled()
  stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked).toHaveLength(1)
})
