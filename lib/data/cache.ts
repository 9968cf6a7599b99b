import { headTracker } from '@/lib/data/head'
import { processWide } from '@/lib/network/process-wide'
import { type Lifetimes, settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'

/** How long a figure stands (design.md section 5). */
export type Freshness = keyof Lifetimes

/** A kept value; `stale` says why it is older than its window. */
export interface Kept<Value> {
  value: Value
  stale: SourceError | null
}

interface Entry {
  value: unknown
  version: string
  storedAt: number
}

export interface CacheOptions {
  lifetimes: Lifetimes
  /** Entries older than lifetime × staleFactor are never served. */
  staleFactor: number
  /** How long a reader with an old value at hand waits for the new one, ms. */
  patienceMs: number
  maxEntries: number
  clock: () => number
}

export interface Request {
  /** Names the figure and everything it depends on (the account, arguments, the chain's lineage). */
  key: string
  freshness: Freshness
  /** What the value stands for, e.g. the pinned block: the same version is fresh at any age, another one is old at once. */
  version?: string
}

export interface Cache {
  get<Value>(request: Request, load: () => Promise<Value>): Promise<Kept<Value>>
  size(): number
}

/**
 * A cache that shares one request in flight per key and version, never keeps a failure, serves an old value only inside the
 * hard limit and labelled, and drops the least recently used entry when it is full.
 */
export function createCache(options: CacheOptions): Cache {
  const entries = new Map<string, Entry>()
  const flights = new Map<string, Promise<unknown>>()

  function remember(key: string, entry: Entry): void {
    entries.delete(key)
    entries.set(key, entry)
    const oldest = entries.size > options.maxEntries ? entries.keys().next() : undefined
    if (oldest && !oldest.done) entries.delete(oldest.value)
  }

  function start(key: string, version: string, load: () => Promise<unknown>): Promise<unknown> {
    const flightKey = `${version} ${key}`
    const running = flights.get(flightKey)
    if (running) return running
    const flight = load()
      .then((value) => {
        const present = entries.get(key)
        // A slow answer for an older version must not replace a newer one.
        if (!present || startedAt >= present.storedAt || present.version === version) {
          remember(key, { value, version, storedAt: startedAt })
        }
        return value
      })
      .finally(() => flights.delete(flightKey))
    const startedAt = options.clock()
    flights.set(flightKey, flight)
    // Readers may have stopped waiting: a failure nobody awaits is not a crash.
    flight.catch(() => undefined)
    return flight
  }

  return {
    async get<Value>({ key, freshness, version }: Request, load: () => Promise<Value>): Promise<Kept<Value>> {
      const lifetime = options.lifetimes[freshness]
      const entry = entries.get(key)
      const age = entry ? options.clock() - entry.storedAt : Number.POSITIVE_INFINITY
      if (entry) remember(key, entry)
      const fresh = version === undefined ? age < lifetime : entry?.version === version
      if (entry && fresh) return { value: entry.value as Value, stale: null }
      const flight = start(key, version ?? '', load) as Promise<Value>
      if (!entry || age >= lifetime * options.staleFactor) return { value: await flight, stale: null }
      try {
        return { value: await within(flight, options.patienceMs), stale: null }
      } catch (error) {
        if (!isSourceError(error)) throw error
        return { value: entry.value as Value, stale: error }
      }
    },
    size: () => entries.size,
  }
}

/**
 * Waits for a promise at most so long.
 * @throws SourceError when the time is over; what the promise throws passes through
 */
export async function within<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new SourceError(
            'The answer takes longer than usual.',
            'Reload in a moment: it goes on in the background.',
            { late: true },
          ),
        ),
      ms,
    )
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

function processCache(): Cache {
  return processWide('cache', () => {
    const { lifetimes, staleFactor, deadlineMs } = settings()
    return createCache({
      lifetimes,
      staleFactor,
      patienceMs: Math.min(1500, deadlineMs / 2),
      maxEntries: 2000,
      clock: Date.now,
    })
  })
}

/**
 * Loads a figure through the cache of this process. Keys hold the chain's lineage, so that a rolled-back chain never serves
 * figures of the dropped one.
 *
 * @throws what `load` throws when no kept value may stand in
 */
export function cached<Value>(request: Request, load: () => Promise<Value>): Promise<Kept<Value>> {
  const lineage = headTracker().peek()?.lineage ?? 'unknown'
  return processCache().get(
    { ...request, key: `${settings().network.chainId}/${lineage}/${request.key}` },
    load,
  )
}
