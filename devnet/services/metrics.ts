import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import {
  aggregatedStats,
  orchestratorStats,
  pipelineCatalogue,
  regionCatalogue,
  topAiScore,
} from '@/devnet/services/metrics-book'
import type { DevnetParts } from '@/devnet/services/parts'

const ADDRESS = /^0x[0-9a-fA-F]{40}$/

/**
 * Servers of scores and node prices under `/metrics`: `api/aggregated_stats`, `api/top_ai_score`, `api/regions`, `api/pipelines`
 * and `orchestratorStats`, with figures that depend on the orchestrators' addresses only.
 */
export function serveMetrics({ request, response, path }: Exchange, parts: DevnetParts): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendJson(response, 405, { error: 'Only GET is allowed' }, { allow: 'GET, HEAD' })
  }
  const search = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams
  const orchestrator = search.get('orchestrator')
  const answer = (body: unknown) => sendJson(response, 200, body, OPEN_TO_PAGES)
  if (orchestrator !== null && !ADDRESS.test(orchestrator)) {
    return sendJson(response, 400, { error: 'orchestrator is no address' }, OPEN_TO_PAGES)
  }
  switch (path.slice('/metrics/'.length)) {
    case 'api/aggregated_stats':
      return answer(
        aggregatedStats(parts, {
          orchestrator,
          pipeline: search.get('pipeline'),
          model: search.get('model'),
        }),
      )
    case 'api/top_ai_score':
      if (orchestrator === null) {
        return sendJson(response, 400, { error: 'orchestrator is missing' }, OPEN_TO_PAGES)
      }
      return answer(topAiScore(parts, orchestrator))
    case 'api/regions':
      return answer(regionCatalogue())
    case 'api/pipelines':
      return answer(pipelineCatalogue())
    case 'orchestratorStats':
      return answer(orchestratorStats(parts, search.get('excludeUnavailable')?.toLowerCase() !== 'false'))
  }
  sendJson(response, 404, { error: 'No such figures' }, OPEN_TO_PAGES)
}
