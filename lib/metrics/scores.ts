import type { z } from 'zod'
import { type Served, serve } from '@/lib/data/served'
import type { Failure } from '@/lib/data/types'
import { askMetrics } from '@/lib/metrics/metrics-client'
import {
  aggregatedStatsSchema,
  nodeStatsSchema,
  pipelinesSchema,
  regionsSchema,
  topScoreSchema,
} from '@/lib/metrics/schema'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** Figures from 0 to 1: share of tests that succeeded, speed, and both together. */
export interface ScoreParts {
  successRate: number
  latencyScore: number
  score: number
}

export interface OrchestratorScore {
  /** Plain mean over the regions in which it was tested. */
  overall: ScoreParts
  byRegion: ReadonlyMap<string, ScoreParts>
}

/** Scores of one kind of work; orchestrators that were never tested are not in it. */
export interface ScoresView {
  /** By lower-case address. */
  byAddress: ReadonlyMap<string, OrchestratorScore>
}

export interface RegionView {
  id: string
  name: string
  type: 'transcoding' | 'ai'
}

export interface PipelineView {
  id: string
  models: readonly string[]
}

export interface TopScoreView {
  /** 0 to 1. */
  score: number
  region: string
  pipeline: string
  model: string
}

/** What a node asks for its work. */
export interface NodePrice {
  /** Wei of ETH for one pixel, decimal text as the server has it. */
  weiPerPixel: string
  /** Unix seconds. */
  updatedAt: number
}

const partial = new SourceError(
  'One of the servers of scores did not answer, and the others have none.',
  'Try again in a moment.',
)

function missing(): Failure | null {
  if (settings().metrics.length > 0) return null
  return {
    reason: 'This copy of the site has no server of performance scores.',
    next: 'Set METRICS_URLS: it adds scores by region and pipeline and prices of nodes.',
  }
}

/** The plain mean of figures over regions; GLOBAL is made here, not taken. */
export function meanOf(regions: readonly ScoreParts[]): ScoreParts {
  const mean = (part: keyof ScoreParts) =>
    regions.reduce((sum, stats) => sum + stats[part], 0) / regions.length
  return { successRate: mean('successRate'), latencyScore: mean('latencyScore'), score: mean('score') }
}

/** Joins what several servers say: an orchestrator's figures are those of the best-ranked server that has them. */
export function mergeScores(answers: readonly z.output<typeof aggregatedStatsSchema>[]): ScoresView {
  const byAddress = new Map<string, OrchestratorScore>()
  for (const answer of answers) {
    for (const [address, stats] of answer) {
      const byRegion = new Map([...stats].filter(([region]) => region.toUpperCase() !== 'GLOBAL'))
      if (byRegion.size === 0 || byAddress.has(address)) continue
      byAddress.set(address, { overall: meanOf([...byRegion.values()]), byRegion })
    }
  }
  return { byAddress }
}

/** One kind of AI work. */
export interface AiWork {
  pipeline: string
  model: string
}

/** Whether a catalogue names this work: what visitors write in a URL is asked of nobody else. */
async function isListed({ pipeline, model }: AiWork): Promise<boolean> {
  const catalogue = await loadPipelines()
  if (!('value' in catalogue)) throw new SourceError(catalogue.reason, catalogue.next)
  return catalogue.value.some(({ id, models }) => id === pipeline && models.includes(model))
}

/**
 * Scores of transcoding, or of one pipeline and model (product.md 2.5). An empty view means that nobody was tested (or that no
 * catalogue names the work); servers that do not answer are `failed`, never empty.
 */
export async function loadScores(work?: AiWork): Promise<Served<ScoresView>> {
  if (work && work.pipeline.length + work.model.length > 300) return loadScores({ pipeline: '', model: '' })
  const query = work ? `?${new URLSearchParams({ pipeline: work.pipeline, model: work.model })}` : ''
  return serve({ key: `scores${query}`, freshness: 'per-minute', missing: missing() }, async () => {
    if (work && !(await isListed(work))) return { byAddress: new Map() }
    const { answers, whole } = await askMetrics({
      path: `/api/aggregated_stats${query}`,
      schema: aggregatedStatsSchema,
    })
    const view = mergeScores(answers)
    if (view.byAddress.size === 0 && !whole) throw partial
    return view
  })
}

/** Regions of both kinds of work, "Global" first, then by name. */
export function loadRegions(): Promise<Served<readonly RegionView[]>> {
  return serve({ key: 'regions', freshness: 'per-round', missing: missing() }, async () => {
    const { answers } = await askMetrics({ path: '/api/regions', schema: regionsSchema })
    const known = new Map<string, RegionView>()
    for (const { regions } of answers) {
      for (const region of regions) {
        const key = `${region.type}/${region.id}`
        if (!known.has(key)) known.set(key, region)
      }
    }
    const order = ({ id, name }: RegionView) => `${id === 'GLOBAL' ? 0 : 1}${name}`
    return [...known.values()].sort((a, b) => order(a).localeCompare(order(b), 'en'))
  })
}

/** Pipelines of AI work with their models. */
export function loadPipelines(): Promise<Served<readonly PipelineView[]>> {
  return serve({ key: 'pipelines', freshness: 'per-round', missing: missing() }, async () => {
    const { answers, whole } = await askMetrics({ path: '/api/pipelines', schema: pipelinesSchema })
    const models = new Map<string, Set<string>>()
    for (const { pipelines } of answers) {
      for (const pipeline of pipelines ?? []) {
        const known = models.get(pipeline.id) ?? new Set<string>()
        for (const model of pipeline.models) known.add(model)
        models.set(pipeline.id, known)
      }
    }
    if (models.size === 0 && !whole) throw partial
    return [...models].map(([id, known]) => ({ id, models: [...known] }))
  })
}

/** The best AI score of an orchestrator; null: it has none. */
export function loadTopAiScore(address: string): Promise<Served<TopScoreView | null>> {
  const orchestrator = address.toLowerCase()
  return serve(
    { key: `top-ai/${orchestrator}`, freshness: 'per-minute', missing: missing() },
    async (): Promise<TopScoreView | null> => {
      const path = `/api/top_ai_score?${new URLSearchParams({ orchestrator })}`
      const { answers, whole } = await askMetrics({ path, schema: topScoreSchema })
      const found = answers.find((answer) => answer && answer.pipeline !== '' && answer.value > 0)
      if (!found && !whole) throw partial
      return found
        ? { score: found.value, region: found.region, pipeline: found.pipeline, model: found.model }
        : null
    },
  )
}

/** Prices of nodes by lower-case address; without an entry: not reachable or without a price. */
export function loadNodePrices(): Promise<Served<ReadonlyMap<string, NodePrice>>> {
  return serve(
    { key: 'node-prices', freshness: 'per-minute', missing: missing() },
    async (): Promise<ReadonlyMap<string, NodePrice>> => {
      const { answers, whole } = await askMetrics({ path: '/orchestratorStats', schema: nodeStatsSchema })
      const prices = new Map<string, NodePrice>()
      for (const row of answers.flat()) {
        if (row.PricePerPixel === 0 || prices.has(row.Address)) continue
        prices.set(row.Address, { weiPerPixel: `${row.PricePerPixel}`, updatedAt: row.UpdatedAt })
      }
      if (prices.size === 0 && !whole) throw partial
      return prices
    },
  )
}
