import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rewardCalls } from './reward-calls'

const row = (round: bigint, rewarded: boolean) => ({ round, rewarded })

test('called, missed and open', () => {
  const rows = [row(10n, false), row(9n, true), row(8n, false), row(7n, true)]
  expect(rewardCalls(rows, 10n, 30n)).toEqual({
    called: 2,
    missed: 1,
    open: true,
    finished: 3,
    ratioP6: 666_666n,
  })
})

test('a call in the running round counts as called, not in the ratio', () => {
  expect(rewardCalls([row(10n, true), row(9n, false)], 10n, 30n)).toEqual({
    called: 1,
    missed: 1,
    open: false,
    finished: 1,
    ratioP6: 0n,
  })
})

test('the window: its first round counts, the one before does not', () => {
  const rows = [row(7n, false), row(8n, true), row(9n, true)]
  expect(rewardCalls(rows, 10n, 2n)).toMatchObject({ called: 2, missed: 0, finished: 2, ratioP6: 1_000_000n })
  expect(rewardCalls(rows, 10n, 3n)).toMatchObject({ called: 2, missed: 1, finished: 3 })
})

test('outside the set there is nothing to call, and no ratio', () => {
  expect(rewardCalls([], 10n, 30n)).toEqual({ called: 0, missed: 0, open: false, finished: 0, ratioP6: null })
  expect(rewardCalls([row(10n, false)], 10n, 30n)).toMatchObject({ open: true, ratioP6: null })
})

test('each finished row of the window is either called or missed', () => {
  const rows = fc.uniqueArray(
    fc.record({ round: fc.bigInt({ min: 1n, max: 200n }), rewarded: fc.boolean() }),
    {
      selector: (entry) => entry.round,
    },
  )
  fc.assert(
    fc.property(rows, fc.bigInt({ min: 1n, max: 100n }), (entries, window) => {
      const calls = rewardCalls(entries, 150n, window)
      const running = entries.find((entry) => entry.round === 150n)
      expect(calls.called + calls.missed).toBe(calls.finished + (running?.rewarded ? 1 : 0))
      expect(calls.finished).toBeLessThanOrEqual(Number(window))
    }),
  )
})
