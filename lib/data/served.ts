import { type Cache, createCache, type Freshness, within } from '@/lib/data/cache'
import type { Failure } from '@/lib/data/types'
import { processWide } from '@/lib/network/process-wide'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

/**
 * What a service beside chain and index answered (scores, prices, names, texts), or why there is nothing.
 * `stale`: kept from before because the service fails or is slow. `missing`: this copy has no such service; `next` says what to
 * set. An answer that holds nothing is `ready`: no data differs from no answer.
 */
export type Served<Value> =
  | { state: 'ready'; value: Value; readAt: number }
  | ({ state: 'stale'; value: Value; readAt: number } & Failure)
  | ({ state: 'missing' } & Failure)
  | ({ state: 'late' } & Failure)
  | ({ state: 'failed' } & Failure)

/** What kind of figures: pictures are large, so fewer are kept. */
type Store = 'figures' | 'pictures'

/** Figures of services do not belong to a chain's history: they are kept apart from the chain's lineage. */
export function serviceCache(store: Store = 'figures'): Cache {
  return processWide(`service-cache-${store}`, () => {
    const { lifetimes, staleFactor } = settings()
    return createCache({
      lifetimes,
      staleFactor,
      // Pages never wait for a service that has answered before.
      patienceMs: 250,
      maxEntries: store === 'pictures' ? 64 : 20_000,
      clock: Date.now,
    })
  })
}

/**
 * Loads from a service through the cache of this process; whatever goes wrong becomes one of the states.
 *
 * @param request.missing why this copy has no such service; null: it has one
 * @param request.patienceMs how long to wait for what was never read; default: the copy's deadline
 * @param load throws SourceError
 */
export async function serve<Value>(
  request: { key: string; freshness: Freshness; missing: Failure | null; store?: Store; patienceMs?: number },
  load: () => Promise<Value>,
): Promise<Served<Value>> {
  if (request.missing) return { state: 'missing', ...request.missing }
  try {
    const kept = await within(
      serviceCache(request.store).get({ key: request.key, freshness: request.freshness }, async () => ({
        value: await load(),
        readAt: Math.floor(Date.now() / 1000),
      })),
      request.patienceMs ?? settings().deadlineMs,
    )
    const { value, readAt } = kept.value
    if (!kept.stale) return { state: 'ready', value, readAt }
    return { state: 'stale', value, readAt, reason: kept.stale.reason, next: kept.stale.next }
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { state: error.late ? 'late' : 'failed', reason: error.reason, next: error.next }
  }
}
