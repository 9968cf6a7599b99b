import type { Freshness } from '@/lib/data/cache'
import { type Served, serve } from '@/lib/data/served'
import type { Failure } from '@/lib/data/types'
import { askMetrics, askServer } from '@/lib/metrics/metrics-client'
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
  /** Servers that did not answer: what they alone know is missing, not absent. */
  unavailable: readonly UnavailableServer[]
}

/** A server of scores that did not answer, by its host. */
export interface UnavailableServer extends Failure {
  server: string
}

export interface RegionView {
  id: string
  name: string
  type: 'transcoding' | 'ai'
  /** Hosts of the servers that test there. */
  servers: readonly string[]
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

type RegionScores = ReadonlyMap<string, ReadonlyMap<string, ScoreParts>>

/**
 * Joins what several servers say: the figures of an orchestrator in a region are those of the best-ranked server that tested it
 * there, whatever other servers say of other regions.
 */
export function mergeScores(answers: readonly RegionScores[]): Pick<ScoresView, 'byAddress'> {
  const merged = new Map<string, Map<string, ScoreParts>>()
  for (const answer of answers) {
    for (const [address, stats] of answer) {
      const regions = merged.get(address) ?? new Map<string, ScoreParts>()
      for (const [region, parts] of stats) {
        if (region.toUpperCase() !== 'GLOBAL' && !regions.has(region)) regions.set(region, parts)
      }
      if (regions.size > 0) merged.set(address, regions)
    }
  }
  return {
    byAddress: new Map(
      [...merged].map(([address, byRegion]) => [
        address,
        { overall: meanOf([...byRegion.values()]), byRegion },
      ]),
    ),
  }
}

/** What one server answered; `value` null: it has no such figures. */
interface ServerAnswer<Answer> {
  server: string
  served: Served<{ answer: Answer } | null>
}

/** Asks every server on its own, so that one which is down or slow costs no more than what it alone knows. */
function askEach<Answer>(
  freshness: Freshness,
  request: Parameters<typeof askServer<Answer>>[1],
): Promise<ServerAnswer<Answer>[]> {
  return Promise.all(
    settings().metrics.map(async (endpoint) => ({
      server: endpoint.label,
      served: await serve({ key: `metrics/${endpoint.url}${request.path}`, freshness, missing: null }, () =>
        askServer(endpoint, request),
      ),
    })),
  )
}

function answersOf<Answer>(servers: readonly ServerAnswer<Answer>[]): Answer[] {
  return servers.flatMap(({ served }) => ('value' in served && served.value ? [served.value.answer] : []))
}

/** One view out of what servers said; without any answer it is their failure. */
function together<Answer, Value>(servers: readonly ServerAnswer<Answer>[], value: Value): Served<Value> {
  const known = servers.flatMap(({ served }) => ('value' in served ? [served] : []))
  const first = servers[0]?.served
  if (known.length === 0 && first && !('value' in first)) return first
  const readAt = Math.min(...known.map((served) => served.readAt))
  const stale = known.find((served) => served.state === 'stale')
  return stale
    ? { state: 'stale', value, readAt, reason: stale.reason, next: stale.next }
    : { state: 'ready', value, readAt }
}

/** One kind of AI work. */
export interface AiWork {
  pipeline: string
  model: string
}

const nobody: ScoresView = { byAddress: new Map(), unavailable: [] }

/**
 * Scores of transcoding, or of one pipeline and model (product.md 2.5). An empty view means that nobody was tested (or that no
 * catalogue names the work: what visitors write in a URL is asked of nobody else); servers that do not answer are `failed` or
 * named in the view, never empty.
 */
export async function loadScores(work?: AiWork): Promise<Served<ScoresView>> {
  const none = missing()
  if (none) return { state: 'missing', ...none }
  if (work) {
    const catalogue = await loadPipelines()
    if (!('value' in catalogue)) return catalogue
    const listed = catalogue.value.some(
      ({ id, models }) => id === work.pipeline && models.includes(work.model),
    )
    if (!listed) return { state: 'ready', value: nobody, readAt: catalogue.readAt }
  }
  const query = work ? `?${new URLSearchParams({ pipeline: work.pipeline, model: work.model })}` : ''
  const servers = await askEach('per-minute', {
    path: `/api/aggregated_stats${query}`,
    schema: aggregatedStatsSchema,
  })
  const unavailable = servers.flatMap(({ server, served }) =>
    'value' in served ? [] : [{ server, reason: served.reason, next: served.next }],
  )
  const view = together(servers, { ...mergeScores(answersOf(servers)), unavailable })
  if (!('value' in view) || view.value.byAddress.size > 0 || unavailable.length === 0) return view
  return { state: 'failed', reason: partial.reason, next: partial.next }
}

/** Regions of both kinds of work, "Global" first, then by name. */
export async function loadRegions(): Promise<Served<readonly RegionView[]>> {
  const none = missing()
  if (none) return { state: 'missing', ...none }
  const servers = await askEach('per-round', { path: '/api/regions', schema: regionsSchema })
  const known = new Map<string, RegionView>()
  for (const { server, served } of servers) {
    for (const region of 'value' in served ? (served.value?.answer.regions ?? []) : []) {
      const key = `${region.type}/${region.id}`
      const before = known.get(key)
      known.set(key, { ...(before ?? region), servers: [...(before?.servers ?? []), server] })
    }
  }
  const order = ({ id, name }: RegionView) => `${id === 'GLOBAL' ? 0 : 1}${name}`
  return together(
    servers,
    [...known.values()].sort((a, b) => order(a).localeCompare(order(b), 'en')),
  )
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
