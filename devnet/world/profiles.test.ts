import { describe, expect, test } from 'vitest'
import { calendarOf, writtenRounds } from '@/devnet/world/calendar'
import { makeProfiles, stakeByRank } from '@/devnet/world/profiles'
import { worldSize } from '@/devnet/world/sizes'
import { createTimeline, LAST_ROUND } from '@/devnet/world/timeline'

describe('who is in a world', () => {
  const size = worldSize('default')
  const { orchestrators, delegators } = makeProfiles('any', size)

  test('the default world has at least 60 orchestrators, 600 delegators and 60 rounds', () => {
    expect(orchestrators.length).toBeGreaterThanOrEqual(60)
    expect(delegators.length).toBeGreaterThanOrEqual(600)
    expect(size.rounds).toBeGreaterThanOrEqual(60)
    expect(size.activeSet[1]).toBeLessThan(orchestrators.length)
  })

  test('the first ten hold about 60 % and the last a few LPT', () => {
    const stakes = stakeByRank(size.orchestrators, size.bondedLpt)
    const sum = stakes.reduce((total, stake) => total + stake, 0)
    const top = stakes.slice(0, 10).reduce((total, stake) => total + stake, 0)
    expect(top / sum).toBeCloseTo(0.6, 1)
    expect(stakes[0]).toBeGreaterThan(2_000_000)
    expect(stakes.at(-1)).toBeLessThan(100)
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a))
  })

  test('delegators reach from one wei to giants, and most are small', () => {
    const bonds = delegators.map((profile) => profile.bondWei).sort((a, b) => (a < b ? -1 : 1))
    expect(bonds[0]).toBe(1n)
    expect(bonds.at(-1)).toBeGreaterThan(10n ** 24n)
    const median = Number((bonds[Math.floor(bonds.length / 2)] ?? 0n) / 10n ** 18n)
    expect(median).toBeGreaterThan(10)
    expect(median).toBeLessThan(200)
  })

  test('nobody is there twice, and another seed has other people', () => {
    const all = [...orchestrators, ...delegators].map((profile) => profile.address)
    expect(new Set(all).size).toBe(all.length)
    const others = makeProfiles('other', size).orchestrators.map((profile) => profile.address)
    expect(others.some((address) => all.includes(address))).toBe(false)
    expect(makeProfiles('any', size)).toEqual({ orchestrators, delegators, crowd: [] })
  })

  test('service addresses are plainly made up', () => {
    const uris = orchestrators.map((profile) => profile.serviceUri).filter((uri) => uri !== '')
    expect(uris.length).toBeGreaterThan(40)
    expect(uris.every((uri) => new URL(uri).hostname.endsWith('.local-network.example'))).toBe(true)
  })
})

test('round 4,250 starts where the two round lengths put it', () => {
  const timeline = createTimeline(1_000_000_000)
  expect(timeline.startOf(4_250)).toBe(26_500_058)
  expect(timeline.startOf(976)).toBe(976 * 5_760)
  expect(timeline.timeOf(timeline.endBlock)).toBe(1_000_000_000)
  expect(timeline.timeOf(timeline.endBlock - 10)).toBe(1_000_000_000 - 120)
})

describe('sizes', () => {
  test('the full world has the accounts of Arbitrum One and a bond of each size', () => {
    const size = worldSize('full')
    const { orchestrators, delegators, crowd } = makeProfiles('any', size)
    expect(orchestrators).toHaveLength(110)
    expect(size.activeSet[1]).toBe(100)
    expect(delegators.length + crowd.length).toBeGreaterThan(4_700)
    const lpt = crowd.map(({ bondWei }) => Number(bondWei / 10n ** 12n) / 1e6)
    const share = (from: number, to: number) =>
      lpt.filter((bond) => bond >= from && bond < to).length / lpt.length
    // Real shares without the band above 10,000 LPT: 28, 10, 30, 23 and 9 %.
    expect(share(0, 1)).toBeCloseTo(0.28, 1)
    expect(share(10, 100)).toBeCloseTo(0.3, 1)
    expect(share(1_000, 10_001)).toBeCloseTo(0.09, 1)
  })

  test('the number of delegators is what one asks for', () => {
    for (const count of [60, 600, 6_000]) {
      const { delegators, crowd } = makeProfiles('any', worldSize('small', count))
      expect(delegators.length + crowd.length).toBe(count)
    }
    expect(() => worldSize('default', 60)).toThrow('at least 74 delegators')
  })

  test('a year’s rounds: every other one of the past, each one while a vote runs, all of the history proper', () => {
    const calendar = calendarOf(worldSize('default'))
    const rounds = writtenRounds(calendar)
    expect(LAST_ROUND - (rounds[0] ?? 0)).toBe(412)
    expect(rounds.filter((round) => round >= calendar.firstRound)).toHaveLength(66)
    const gaps = rounds.map((round, index) => round - (rounds[index - 1] ?? round - 1))
    expect(new Set(gaps)).toEqual(new Set([1, 2]))
  })
})
