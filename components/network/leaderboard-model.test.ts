import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { leaderRows, partText, regionChoices, sortLeaders } from '@/components/network/leaderboard-model'
import { leadersHref, parseLeaders } from '@/components/network/leaderboard-query'
import { mergeScores, type RegionView } from '@/lib/metrics/scores'

const address = (digit: string) => getAddress(`0x${digit.repeat(40)}`)
const parts = (score: number) => ({ score, successRate: score, latencyScore: 1 })
const answer = (entries: Record<string, Record<string, number>>) =>
  new Map(
    Object.entries(entries).map(([digit, regions]) => [
      address(digit).toLowerCase(),
      new Map(Object.entries(regions).map(([region, score]) => [region, parts(score)])),
    ]),
  )
const listed = (digit: string, active: boolean) => ({ address: address(digit), name: null, active })
const everywhere = { region: null, show: 'active' } as const

describe('the merge of servers', () => {
  it('joins regions of one orchestrator, the better-ranked server first where both tested', () => {
    const { byAddress } = mergeScores([answer({ 1: { FRA: 0.8 } }), answer({ 1: { FRA: 0.2, LAX: 0.4 } })])
    const own = byAddress.get(address('1').toLowerCase())
    expect([...(own?.byRegion.keys() ?? [])]).toEqual(['FRA', 'LAX'])
    expect(own?.overall.score).toBeCloseTo(0.6)
  })
  it('means over regions with data: a missing one is not zero, a zero is', () => {
    const { byAddress } = mergeScores([answer({ 1: { FRA: 0.8 }, 2: { FRA: 0.8, LAX: 0 } })])
    expect(byAddress.get(address('1').toLowerCase())?.overall.score).toBeCloseTo(0.8)
    expect(byAddress.get(address('2').toLowerCase())?.overall.score).toBeCloseTo(0.4)
  })
})

describe('the board', () => {
  const scores = mergeScores([
    answer({ 1: { FRA: 0.5 }, 2: { FRA: 0.9, LAX: 0.1 }, 3: { LAX: 0.5 }, 5: { FRA: 1 } }),
  ])
  const list = [
    listed('1', true),
    listed('2', true),
    listed('3', true),
    listed('4', true),
    listed('5', false),
  ]

  it('ranks by total score, equal ones alike, and gives none to who was not tested', () => {
    const rows = sortLeaders(leaderRows(scores, list, everywhere), parseLeaders({}))
    expect(rows.map(({ address: of, rank }) => `${of[2]}:${rank}`)).toEqual(['1:1', '2:1', '3:1', '4:null'])
    const frankfurt = leaderRows(scores, list, { region: 'FRA', show: 'active' })
    expect(frankfurt.map(({ rank }) => rank)).toEqual([2, 1, null, null])
  })
  it('shows others on request, flagged, and only if they were tested', () => {
    const rows = leaderRows(scores, list, { region: null, show: 'all' })
    expect(rows.find(({ address: of }) => of === address('5'))).toMatchObject({ active: false, rank: 1 })
    expect(leaderRows(scores, list, { region: 'LAX', show: 'all' })).toHaveLength(4)
  })
  it('shows everyone tested while the active set is not known', () => {
    expect(leaderRows(scores, null, everywhere).map(({ active }) => active)).toEqual([null, null, null, null])
  })
  it.each(['score', 'success', 'latency', 'regions'])(
    'has the unknown last by %s in either direction',
    (sort) => {
      const rows = leaderRows(scores, list, everywhere)
      for (const dir of ['asc', 'desc'])
        expect(sortLeaders(rows, parseLeaders({ sort, dir })).at(-1)?.address).toBe(address('4'))
    },
  )
})

describe('regions', () => {
  const region = (id: string, servers: string[]): RegionView => ({ id, name: id, type: 'ai', servers })
  const catalogue = [
    region('GLOBAL', ['a']),
    region('FRA', ['a']),
    region('LAX', ['b']),
    region('SEA', ['a', 'b']),
  ]
  const scores = { ...mergeScores([answer({ 1: { FRA: 1, NEW: 1 } })]), unavailable: [] }
  const states = (unavailable: string[]) =>
    regionChoices(catalogue, 'ai', {
      ...scores,
      unavailable: unavailable.map((server) => ({ server, reason: '', next: '' })),
    }).map(({ id, state }) => `${id} ${state}`)

  it('without a test differ from those whose every server failed', () => {
    expect(states([])).toEqual(['FRA known', 'LAX empty', 'SEA empty', 'NEW known'])
    expect(states(['b'])).toEqual(['FRA known', 'LAX unavailable', 'SEA empty', 'NEW known'])
  })
  it('are those of the kind of work', () => {
    expect(regionChoices(catalogue, 'transcoding', { byAddress: new Map(), unavailable: [] })).toEqual([])
  })
})

describe('the URL', () => {
  it('holds work with the slashes of its model', () => {
    const url = '/leaderboard?work=text-to-image/demo/quick&region=FRA&show=all&sort=latency&dir=asc'
    const query = parseLeaders(Object.fromEntries(new URL(url, 'http://x').searchParams))
    expect(query.work).toEqual({ pipeline: 'text-to-image', model: 'demo/quick' })
    expect(leadersHref(query)).toBe(url)
  })
  it.each(['', '/', 'x', 'x/', '/x'])('has no work in "%s"', (work) => {
    expect(parseLeaders({ work }).work).toBeNull()
  })
})

it.each([
  [1, '100.0%'],
  [0.9999, '99.9%'],
  [0.29, '29.0%'],
  [0, '0.0%'],
  [0.0001, '< 0.1%'],
])('%s reads %s', (part, text) => {
  expect(partText(part)).toBe(text)
})
