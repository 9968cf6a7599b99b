import { fetchJson, HttpStatusError, type JsonRequest } from '@/lib/network/fetch-json'
import { onRankedEndpoints } from '@/lib/network/ranked'
import { type Endpoint, settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

const timeoutMs = 6_000
const limitBytes = 4_000_000

/**
 * An answer of one server, or null: it does not have such figures (HTTP 404 or 405).
 * @throws SourceError
 */
export async function askServer<Answer>(
  endpoint: Endpoint,
  request: Pick<JsonRequest<Answer>, 'path' | 'schema'>,
): Promise<{ answer: Answer } | null> {
  return onRankedEndpoints('The scores', [endpoint], async (server) => {
    try {
      return { answer: await fetchJson(server, { ...request, timeoutMs, limitBytes }) }
    } catch (error) {
      if (error instanceof HttpStatusError && (error.status === 404 || error.status === 405)) return null
      throw error
    }
  })
}

/**
 * What every server of METRICS_URLS that has such figures answers, in rank order. Servers differ in what they have (one knows
 * transcoding, another AI, a third prices), so all are asked; one that fails does not silence the others.
 *
 * @returns answers, and whether a server failed, so that nothing found is not yet nothing there
 * @throws SourceError when no server answered
 */
export async function askMetrics<Answer>(
  request: Pick<JsonRequest<Answer>, 'path' | 'schema'>,
): Promise<{ answers: Answer[]; whole: boolean }> {
  const results = await Promise.allSettled(settings().metrics.map((server) => askServer(server, request)))
  const answers = results.flatMap((result) =>
    result.status === 'fulfilled' && result.value ? [result.value.answer] : [],
  )
  const failed = results.find((result) => result.status === 'rejected')
  if (failed && (answers.length === 0 || !isSourceError(failed.reason))) throw failed.reason
  return { answers, whole: failed === undefined }
}
