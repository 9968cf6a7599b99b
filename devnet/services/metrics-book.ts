import { createHash } from 'node:crypto'
import type { DevnetParts } from '@/devnet/services/parts'

/** Region ids and names of the two catalogues, as the public servers have them. */
const TRANSCODING_REGIONS: readonly (readonly [string, string])[] = [
  ['GLOBAL', 'Global'],
  ['ATL', 'Atlanta'],
  ['MDW', 'Chicago'],
  ['FRA', 'Frankfurt'],
  ['LON', 'London'],
  ['LAX', 'Los Angeles'],
  ['MAD', 'Madrid'],
  ['MIA', 'Miami'],
  ['NYC', 'New York City'],
  ['SAO', 'São Paulo'],
  ['SEA', 'Seattle'],
  ['SIN', 'Singapore'],
  ['STO', 'Stockholm'],
  ['SYD', 'Sydney'],
  ['HND', 'Tokyo'],
  ['TOR', 'Toronto'],
]
const AI_REGIONS: readonly (readonly [string, string])[] = [
  ['GLOBAL', 'Global'],
  ['FRA', 'Frankfurt'],
  ['LAX', 'Los Angeles'],
  ['MDW', 'Chicago'],
]
/** In the catalogue, but nobody is tested there. */
const EMPTY_REGION = 'TOR'

const PIPELINES: readonly { id: string; models: readonly string[] }[] = [
  { id: 'text-to-image', models: ['demo/quick-picture', 'demo/fine-picture'] },
  { id: 'audio-to-text', models: ['demo/listen-large'] },
  { id: 'image-to-video', models: ['demo/short-film'] },
  // A catalogue names models that nobody was tested with.
  { id: 'upscale', models: ['demo/larger'] },
]
const UNTESTED_PIPELINE = 'upscale'

/** One tested orchestrator in one region, each part from 0 to 1. */
export interface RegionStats {
  success_rate: number
  round_trip_score: number
  score: number
}

export type StatsByRegion = Record<string, RegionStats>

/** A number from 0 to 1 that depends on its words only. */
function chanceOf(...words: readonly string[]): number {
  return createHash('sha256').update(words.join('/')).digest().readUInt32BE(0) / 2 ** 32
}

/** The orchestrators known to the index, in order of address, without the zero row. */
function orchestrators(parts: DevnetParts) {
  return [...parts.indexer.store.all('Transcoder')]
    .filter(({ id, row }) => !/^0x0{40}$/.test(id) && row.status === 'Registered')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function statsOf(address: string, region: string, what: string): RegionStats {
  const quality = 0.55 + 0.45 * chanceOf('quality', address)
  const failures = chanceOf('failures', address, region, what)
  const success_rate = failures < 0.8 ? 1 : Math.round((1 - (failures - 0.8) * 1.2) * 45) / 45
  const round_trip_score = Math.min(1, quality * (0.6 + 0.45 * chanceOf('distance', address, region)))
  return { success_rate, round_trip_score, score: success_rate * round_trip_score }
}

/** What `aggregated_stats` answers: transcoding, or one pipeline and model. Some orchestrators were never tested. */
export function aggregatedStats(
  parts: DevnetParts,
  query: { orchestrator: string | null; pipeline: string | null; model: string | null },
): Record<string, StatsByRegion> {
  const ai = query.pipeline !== null
  const listed = PIPELINES.find(({ id }) => id === query.pipeline)
  if (ai && (!listed || listed.id === UNTESTED_PIPELINE || !listed.models.includes(query.model ?? '')))
    return {}
  const what = ai ? `${query.pipeline}/${query.model}` : 'transcoding'
  const regions = (ai ? AI_REGIONS : TRANSCODING_REGIONS).filter(
    ([id]) => id !== 'GLOBAL' && id !== EMPTY_REGION,
  )
  const answer: Record<string, StatsByRegion> = {}
  for (const { id } of orchestrators(parts)) {
    if (query.orchestrator !== null && query.orchestrator.toLowerCase() !== id) continue
    if (chanceOf('tested', id, what) > (ai ? 0.5 : 0.85)) continue
    const tested = regions.filter(([region]) => chanceOf('reached', id, region, what) < 0.93)
    if (tested.length === 0) continue
    answer[id] = Object.fromEntries(tested.map(([region]) => [region, statsOf(id, region, what)]))
  }
  return answer
}

export function regionCatalogue(): { regions: { id: string; name: string; type: string }[] } {
  const of = (list: typeof AI_REGIONS, type: string) => list.map(([id, name]) => ({ id, name, type }))
  return { regions: [...of(TRANSCODING_REGIONS, 'transcoding'), ...of(AI_REGIONS, 'ai')] }
}

export function pipelineCatalogue(): { pipelines: { id: string; models: string[]; regions: string[] }[] } {
  const regions = AI_REGIONS.map(([id]) => id)
  return { pipelines: PIPELINES.map(({ id, models }) => ({ id, models: [...models], regions })) }
}

export interface TopScore {
  value: number
  region: string
  model: string
  pipeline: string
  orchestrator: string
}

/** The best score of an orchestrator over pipelines, models and regions; zero with empty words where it has none. */
export function topAiScore(parts: DevnetParts, orchestrator: string): TopScore {
  let top: TopScore = { value: 0, region: '', model: '', pipeline: '', orchestrator }
  for (const { id: pipeline, models } of PIPELINES) {
    for (const model of models) {
      const stats = aggregatedStats(parts, { orchestrator, pipeline, model })[orchestrator.toLowerCase()]
      for (const [region, { score }] of Object.entries(stats ?? {})) {
        if (score > top.value) top = { value: score, region, model, pipeline, orchestrator }
      }
    }
  }
  return top
}

/** What a broadcaster's node tells about the orchestrators it knows: price and cuts. Unreachable ones only on request. */
export function orchestratorStats(parts: DevnetParts, excludeUnavailable: boolean) {
  const updatedAt = parts.indexer.store.head?.timestamp ?? 0
  return orchestrators(parts)
    .filter(({ id }) => !excludeUnavailable || chanceOf('reachable', id) < 0.85)
    .map(({ id, row }) => ({
      Address: id,
      ServiceURI: row.serviceURI ?? '',
      PricePerPixel: chanceOf('reachable', id) < 0.85 ? 400 + Math.floor(chanceOf('price', id) * 1_600) : 0,
      RewardCut: Number(row.rewardCut),
      FeeShare: Number(row.feeShare),
      DelegatedStake: String(row.totalStake),
      Active: row.active === true,
      UpdatedAt: updatedAt,
    }))
}
