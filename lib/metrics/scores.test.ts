import { describe, expect, it } from 'vitest'
import {
  aggregatedStatsSchema,
  nodeStatsSchema,
  pipelinesSchema,
  regionsSchema,
  topScoreSchema,
} from '@/lib/metrics/schema'
import { mergeScores } from '@/lib/metrics/scores'

const one = `0x${'Ab'.repeat(20)}`
const two = `0x${'cd'.repeat(20)}`
const stats = (score: number) => ({ success_rate: 1, round_trip_score: score, score })

describe('answers of the servers of scores', () => {
  it('lose what does not fit and keep the rest', () => {
    const answer = aggregatedStatsSchema.parse({
      [one]: { FRA: stats(0.5), LON: stats(1.5), NYC: { score: 0.5 }, MAD: null },
      'not an address': { FRA: stats(0.5) },
      [two]: 'nothing',
    })
    expect([...answer.keys()]).toEqual([one.toLowerCase()])
    expect([...(answer.get(one.toLowerCase())?.keys() ?? [])]).toEqual(['FRA'])
  })

  it('that are no list of scores at all are refused', () => {
    for (const body of [[], 'x', null, 7]) expect(aggregatedStatsSchema.safeParse(body).success).toBe(false)
    expect(regionsSchema.safeParse({}).success).toBe(false)
    expect(pipelinesSchema.parse({ pipelines: null })).toEqual({ pipelines: null })
    expect(topScoreSchema.safeParse({ value: 7, region: '', model: '', pipeline: '' }).success).toBe(false)
  })

  it('read the public catalogue, without characters that hide', () => {
    const regions = [
      { id: 'GLOBAL', name: 'Global', type: 'transcoding' },
      { id: 'SAO', name: 'São\u200b Paulo', type: 'transcoding' },
      { id: 'X', name: 'X', type: 'other' },
    ]
    expect(regionsSchema.parse({ regions }).regions.map(({ name }) => name)).toEqual(['Global', 'São Paulo'])
    expect(
      nodeStatsSchema.parse([{ Address: one, PricePerPixel: 1200, UpdatedAt: 5, Other: 'x' }, {}]),
    ).toHaveLength(1)
  })

  it('are joined by rank: the first server that knows an orchestrator speaks for it', () => {
    const first = aggregatedStatsSchema.parse({
      [one]: { FRA: stats(0.4), LON: stats(0.8), GLOBAL: stats(1) },
    })
    const second = aggregatedStatsSchema.parse({
      [one]: { FRA: stats(0.1) },
      [two]: { LAX: stats(0.3) },
      [`0x${'0'.repeat(40)}`]: {},
    })
    const { byAddress } = mergeScores([first, second])
    expect(byAddress.size).toBe(2)
    expect(byAddress.get(one.toLowerCase())?.overall.score).toBeCloseTo(0.6)
    expect(byAddress.get(one.toLowerCase())?.byRegion.has('GLOBAL')).toBe(false)
    expect(byAddress.get(two)?.overall).toEqual({ successRate: 1, latencyScore: 0.3, score: 0.3 })
  })
})
