import { createRateLimit } from '@/lib/network/guard/rate-limit'
import { TooManyRendersError } from '@/scripts/serve/kept-pages'

export interface RenderGateOptions {
  /** Renders a minute that one address may cause. */
  perMinute: number
  /** Renders of one address that may be at work or wait at a time. */
  atOnce: number
}

/**
 * How much of the server's time one address may take by asking for pages that are not kept, e.g. those of ever other
 * accounts. Pages that are kept cost nothing and are not counted.
 */
export function createRenderGate(
  { perMinute, atOnce }: RenderGateOptions,
  clock: () => number = Date.now,
): (address: string) => () => void {
  const rate = createRateLimit(perMinute, clock)
  const open = new Map<string, number>()
  return (address) => {
    const now = open.get(address) ?? 0
    if (now >= atOnce) throw new TooManyRendersError(1)
    const wait = rate.take(address, 1)
    if (wait > 0) throw new TooManyRendersError(wait)
    open.set(address, now + 1)
    return () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    }
  }
}
