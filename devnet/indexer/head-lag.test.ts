import { expect, test } from 'vitest'
import { HeadLag } from '@/devnet/indexer/head-lag'

function at(start: number) {
  const clock = { now: start }
  return { clock, lag: new HeadLag(() => clock.now) }
}

test('without a lag the target is the head, with blocks it is so many before', () => {
  const { lag } = at(0)
  expect(lag.target(70)).toBe(70)
  lag.blocks = 5
  expect(lag.target(70)).toBe(65)
})

test('a block is reached only so long after it came', () => {
  const { clock, lag } = at(1_000)
  lag.setMilliseconds(500, 70)
  expect(lag.target(70)).toBe(70)
  clock.now = 1_100
  expect(lag.target(71)).toBe(70)
  clock.now = 1_300
  expect(lag.target(72)).toBe(70)
  clock.now = 1_600
  expect(lag.target(72)).toBe(71)
  clock.now = 1_800
  expect(lag.target(72)).toBe(72)
  lag.setMilliseconds(0, 72)
  expect(lag.target(90)).toBe(90)
})

test('a roll-back is followed at once, and what comes anew is late again', () => {
  const { clock, lag } = at(0)
  lag.setMilliseconds(500, 70)
  expect(lag.target(65)).toBe(65)
  clock.now = 100
  expect(lag.target(68)).toBe(65)
  clock.now = 700
  expect(lag.target(68)).toBe(68)
})
