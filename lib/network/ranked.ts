import { processWide } from '@/lib/network/process-wide'
import type { Endpoint } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** What is known about an endpoint from its last uses, for failover and for /api/health. Times are this machine's clock, ms. */
export interface EndpointHealth {
  label: string
  lastSuccessAt: number | null
  lastFailureAt: number | null
  lastFailure: string | null
}

/** Thrown by an attempt whose answer would be the same from any other endpoint (a revert, a bad query). */
export class FinalAnswerError extends Error {
  override readonly name = 'FinalAnswerError'
}

/**
 * Thrown by an attempt that another endpoint may do better. `message` is in our own words; `detail` is what the endpoint said,
 * which visitors see only in a report that they copy.
 */
export class AttemptError extends Error {
  override readonly name = 'AttemptError'
  readonly detail: string

  constructor(words: string, detail: string) {
    super(words)
    this.detail = detail
  }
}

const restMs = 20_000
const healthByUrl = () => processWide('endpoint-health', () => new Map<string, EndpointHealth>())

/** Health of endpoints in rank order; one never used has no times. */
export function endpointHealth(endpoints: readonly Endpoint[]): EndpointHealth[] {
  return endpoints.map(
    ({ url, label }) =>
      healthByUrl().get(url) ?? { label, lastSuccessAt: null, lastFailureAt: null, lastFailure: null },
  )
}

function isResting(url: string, now: number): boolean {
  const health = healthByUrl().get(url)
  if (!health?.lastFailureAt) return false
  return health.lastFailureAt > (health.lastSuccessAt ?? 0) && now - health.lastFailureAt < restMs
}

function note(endpoint: Endpoint, failure: string | null): void {
  const before = healthByUrl().get(endpoint.url)
  const now = Date.now()
  healthByUrl().set(endpoint.url, {
    label: endpoint.label,
    lastSuccessAt: failure === null ? now : (before?.lastSuccessAt ?? null),
    lastFailureAt: failure === null ? (before?.lastFailureAt ?? null) : now,
    lastFailure: failure ?? before?.lastFailure ?? null,
  })
}

/**
 * Runs an attempt on the best endpoint; goes to the next one when it fails. An endpoint that just failed rests while others
 * answer, so that a dead first choice costs its timeout once, not on each call.
 *
 * @param source name for messages, e.g. "The chain"
 * @throws SourceError when no endpoint gave a usable answer; FinalAnswerError from the attempt passes through
 */
export async function onRankedEndpoints<Answer>(
  source: string,
  endpoints: readonly Endpoint[],
  attempt: (endpoint: Endpoint) => Promise<Answer>,
): Promise<Answer> {
  const now = Date.now()
  const order = [
    ...endpoints.filter(({ url }) => !isResting(url, now)),
    ...endpoints.filter(({ url }) => isResting(url, now)),
  ]
  let last: unknown
  for (const endpoint of order) {
    try {
      const answer = await attempt(endpoint)
      note(endpoint, null)
      return answer
    } catch (error) {
      if (error instanceof FinalAnswerError) {
        note(endpoint, null)
        throw error
      }
      note(endpoint, describe(error))
      last = error
    }
  }
  const tried = order.map(({ label }) => label).join(', ')
  throw new SourceError(
    `${source} could not be read: ${describe(last)} (tried ${tried || 'nothing: no endpoint is set'}).`,
    'Try again in a moment. If it lasts, the operator can check the endpoints on this copy’s health page.',
    { cause: last, detail: detailOf(last) },
  )
}

/** The useful part of a network error, without addresses of endpoints that may hold keys. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer in time'
  if (error.message === 'fetch failed') {
    const code = (error.cause as { code?: unknown } | undefined)?.code
    return typeof code === 'string' ? `no connection (${code})` : 'no connection'
  }
  return withoutUrls(error.message)
}

/** What an endpoint itself said in an error, without addresses that may hold keys; null when nothing. */
export function detailOf(error: unknown): string | null {
  const detail = (error as { detail?: unknown } | undefined)?.detail
  return typeof detail === 'string' ? withoutUrls(detail) : null
}

function withoutUrls(text: string): string {
  return text.replace(/\b(?:https?|wss?):\/\/\S+/g, 'the endpoint').slice(0, 200)
}
