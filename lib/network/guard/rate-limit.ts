/** A token bucket per key: `perMinute` in steady use, as many at once. Keys are bounded, the least recently used goes first. */
export interface RateLimit {
  /** Takes tokens; the seconds to wait when there are not enough, else 0. */
  take(key: string, tokens: number): number
}

export function createRateLimit(
  perMinute: number,
  clock: () => number = Date.now,
  maxKeys = 10_000,
): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const perMs = perMinute / 60_000
  return {
    take(key, tokens) {
      const now = clock()
      const before = buckets.get(key) ?? { tokens: perMinute, at: now }
      const available = Math.min(perMinute, before.tokens + (now - before.at) * perMs)
      const wait = available >= tokens ? 0 : Math.ceil((tokens - available) / perMs / 1000)
      buckets.delete(key)
      buckets.set(key, { tokens: wait === 0 ? available - tokens : available, at: now })
      if (buckets.size > maxKeys) {
        const oldest = buckets.keys().next()
        if (!oldest.done) buckets.delete(oldest.value)
      }
      return wait
    },
  }
}
