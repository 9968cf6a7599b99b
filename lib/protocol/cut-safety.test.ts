import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutSafety } from './cut-safety'
import { P6 } from './fixed-point'

const day = 86_400
const now = 1_780_000_000
const set = (daysAgo: number, rewardPercent: number, feeCutPercent: number) => ({
  timestamp: now - daysAgo * day,
  rewardCutP6: BigInt(rewardPercent) * 10_000n,
  feeShareP6: P6 - BigInt(feeCutPercent) * 10_000n,
})
const current = (rewardPercent: number, feeCutPercent: number) => {
  const { rewardCutP6, feeShareP6 } = set(0, rewardPercent, feeCutPercent)
  return { rewardCutP6, feeShareP6 }
}

describe('cut safety', () => {
  test('an orchestrator that never changed', () => {
    expect(cutSafety({ history: [set(900, 10, 5)], current: current(10, 5), now })).toEqual({
      worstRewardCutP6: 100_000n,
      worstFeeCutP6: 50_000n,
      changes: 0,
      largestRiseP6: 0n,
      lastRise: null,
    })
  })

  test('a jump to 75 % for two days is remembered for 180 days, with its size and date', () => {
    const history = [set(900, 0, 0), set(100, 75, 0), set(98, 0, 0)]
    const safety = cutSafety({ history, current: current(0, 0), now })
    expect(safety).toMatchObject({ worstRewardCutP6: 750_000n, changes: 2, largestRiseP6: 750_000n })
    expect(safety.lastRise).toEqual({
      kind: 'reward',
      timestamp: now - 100 * day,
      fromP6: 0n,
      toP6: 750_000n,
    })
    expect(cutSafety({ history, current: current(0, 0), now: now + 83 * day }).lastRise).toBeNull()
  })

  test('what was in force when the window opened counts, and so does a fall from it', () => {
    const safety = cutSafety({ history: [set(181, 100, 90), set(170, 5, 2)], current: current(5, 2), now })
    expect(safety).toMatchObject({
      worstRewardCutP6: 1_000_000n,
      worstFeeCutP6: 900_000n,
      changes: 1,
      lastRise: null,
    })
  })

  test('the first cuts ever set are no change', () => {
    const safety = cutSafety({ history: [set(20, 30, 40)], current: current(30, 40), now })
    expect(safety).toMatchObject({ worstRewardCutP6: 300_000n, changes: 0, largestRiseP6: 0n })
  })

  test('cuts set again without a change are no change', () => {
    const history = [set(300, 10, 5), set(20, 10, 5), set(10, 10, 5)]
    expect(cutSafety({ history, current: current(10, 5), now }).changes).toBe(0)
  })

  test('a rise of the fee cut counts as one; of two at once the greater is told', () => {
    const fee = cutSafety({ history: [set(300, 10, 0), set(20, 10, 50)], current: current(10, 50), now })
    expect(fee.lastRise).toMatchObject({ kind: 'fee', fromP6: 0n, toP6: 500_000n })
    const both = cutSafety({ history: [set(300, 10, 0), set(20, 40, 20)], current: current(40, 20), now })
    expect(both).toMatchObject({ changes: 1, largestRiseP6: 300_000n })
    expect(both.lastRise?.kind).toBe('reward')
  })

  test('a change on the chain that the history lacks yet counts as made now', () => {
    const safety = cutSafety({ history: [set(300, 10, 5)], current: current(60, 5), now })
    expect(safety).toMatchObject({ changes: 1, worstRewardCutP6: 600_000n })
    expect(safety.lastRise?.timestamp).toBe(now)
  })

  test('the worst is never below what is in force, whatever the order of the events', () => {
    const event = fc.record({
      daysAgo: fc.integer({ min: 0, max: 400 }),
      reward: fc.integer({ min: 0, max: 100 }),
      fee: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(event, { selector: ({ daysAgo }) => daysAgo }), event, (events, last) => {
        const history = events.map(({ daysAgo, reward, fee }) => set(daysAgo, reward, fee))
        const now_ = current(last.reward, last.fee)
        const safety = cutSafety({ history, current: now_, now })
        expect(safety).toEqual(cutSafety({ history: history.toReversed(), current: now_, now }))
        expect(safety.worstRewardCutP6).toBeGreaterThanOrEqual(now_.rewardCutP6)
        expect(safety.worstFeeCutP6).toBeGreaterThanOrEqual(P6 - now_.feeShareP6)
        expect(safety.largestRiseP6 > 0n).toBe(safety.lastRise !== null)
        if (safety.lastRise) expect(safety.lastRise.timestamp).toBeGreaterThanOrEqual(now - 180 * day)
        for (const { timestamp, rewardCutP6 } of history) {
          if (timestamp >= now - 180 * day)
            expect(safety.worstRewardCutP6).toBeGreaterThanOrEqual(rewardCutP6)
        }
      }),
    )
  })
})
