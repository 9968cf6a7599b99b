import { describe, expect, test } from 'vitest'
import { makeProfiles, stakeByRank } from '@/devnet/world/profiles'
import { WORLD_SIZES } from '@/devnet/world/sizes'
import { createTimeline } from '@/devnet/world/timeline'

describe('who is in a world', () => {
  const size = WORLD_SIZES.default
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
    expect(makeProfiles('any', size)).toEqual({ orchestrators, delegators })
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
