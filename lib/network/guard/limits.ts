import { type Env, readEnv } from '@/lib/network/env'
import { clientAddress } from '@/lib/network/guard/client-address'
import { createRateLimit, type RateLimit } from '@/lib/network/guard/rate-limit'
import { refuse } from '@/lib/network/guard/refusal'
import { processWide } from '@/lib/network/process-wide'

const perMinute = 600
/** On one's own machine everything comes from one address, tests included. */
const perMinuteLocally = 60_000

/** Questions to the subgraph are counted by its operator (a free key has 100,000 a month), so there are fewer of them. */
const subgraphPerMinute = 60

/** A pin takes room at the operator's service for good. */
const pinsPerMinute = 6

/** Pictures for links take a core for a moment each. */
const previewsPerMinute = 20

const pagesPerMinute = 240
const pagesAtOnce = 20

type Kind = 'rpc' | 'api' | 'subgraph' | 'pin' | 'preview'

function limits(env: Env): Record<Kind, RateLimit> {
  const usual = env.NETWORK === 'local' ? perMinuteLocally : perMinute
  return processWide('rate-limits', () => ({
    rpc: createRateLimit(env.RATE_RPC_PER_MINUTE ?? usual),
    api: createRateLimit(env.RATE_API_PER_MINUTE ?? usual),
    subgraph: createRateLimit(
      env.RATE_SUBGRAPH_PER_MINUTE ?? (env.NETWORK === 'local' ? perMinuteLocally : subgraphPerMinute),
    ),
    pin: createRateLimit(
      env.RATE_PINS_PER_MINUTE ?? (env.NETWORK === 'local' ? perMinuteLocally : pinsPerMinute),
    ),
    preview: createRateLimit(env.NETWORK === 'local' ? perMinuteLocally : previewsPerMinute),
  }))
}

/** Hosting platforms put their own proxy in front, which overwrites the forwarding header. */
export function trustedProxies(env: Env): number {
  return env.TRUSTED_PROXIES || (process.env.VERCEL ? 1 : 0)
}

/** Renders of pages that are not kept, for one address: a page and its links ahead are a handful. */
export function pageLimits(env: Env): { perMinute: number; atOnce: number } {
  const local = env.NETWORK === 'local'
  const usual = local ? perMinuteLocally : pagesPerMinute
  return { perMinute: env.RATE_PAGES_PER_MINUTE ?? usual, atOnce: local ? 1_000 : pagesAtOnce }
}

/** Counts a request against its sender's limit (kept per copy); the answer 429 when it is used up, else null. */
export function limited(request: Request, kind: Kind, tokens = 1): Response | null {
  const env = readEnv()
  const wait = limits(env)[kind].take(clientAddress(request.headers, trustedProxies(env)), tokens)
  if (wait === 0) return null
  return refuse(
    { status: 429, message: `Too many requests. Try again in ${wait} seconds.` },
    { 'retry-after': `${wait}` },
  )
}
