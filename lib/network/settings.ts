import { type Env, readEnv } from '@/lib/network/env'
import { type Network, networks } from '@/lib/network/networks'
import type { SecurityOptions } from '@/lib/network/security-headers'

/** One ranked endpoint of a source. `label` is its host, safe to show; url and headers may hold keys. */
export interface Endpoint {
  url: string
  label: string
  headers: Readonly<Record<string, string>>
}

/** How long figures of each named freshness stand, in milliseconds. */
export interface Lifetimes {
  live: number
  'per-minute': number
  'per-round': number
  immutable: number
}

/** Network facts joined with this copy's environment. */
export interface Settings {
  network: Network
  siteUrl: string
  rpc: readonly Endpoint[]
  /** Empty: the copy has no subgraph. */
  subgraph: readonly Endpoint[]
  /** IPFS gateways: `<url>/ipfs/<cid>`. */
  ipfs: readonly Endpoint[]
  /** Ethereum, for names. */
  l1: readonly Endpoint[]
  /** Servers of scores and node prices. */
  metrics: readonly Endpoint[]
  /** Empty: no price source. */
  prices: readonly Endpoint[]
  /** null: nothing can be pinned. */
  pin: Endpoint | null
  lips: Endpoint | null
  claimSnapshot: Endpoint | null
  /** Local services, NETWORK=local only. */
  servicesUrl: string | null
  localRpcUrl: string | null
  lifetimes: Lifetimes
  /** Age up to which a kept figure may still be shown, labelled, when its refresh fails or is late: a multiple of its lifetime. */
  staleFactor: number
  deadlineMs: number
  /** How long a node may take to answer before the next one is asked. The local one has no other beside it, and computes on this machine. */
  rpcTimeoutMs: number
}

function endpoint(url: string, headers: Record<string, string> = {}): Endpoint {
  return { url, label: new URL(url).host, headers }
}

/** Settings of an environment; a pure function of it. */
export function settingsOf(env: Env): Settings {
  const network = networks[env.NETWORK]
  const local = env.NETWORK === 'local'
  const localRpcUrl = local ? `http://127.0.0.1:${env.DEVNET_RPC_PORT}` : null
  const servicesUrl = local ? `http://127.0.0.1:${env.DEVNET_SERVICES_PORT}` : null
  const rpcUrls = env.RPC_URLS ?? (localRpcUrl ? [localRpcUrl] : network.publicRpcUrls)
  return {
    network,
    siteUrl: env.SITE_URL ?? `http://127.0.0.1:${env.PORT}`,
    rpc: rpcUrls.map((url) => endpoint(url)),
    subgraph: subgraphEndpoints(env, network, servicesUrl),
    ipfs: (env.IPFS_URLS ?? (servicesUrl ? [servicesUrl] : network.ipfsUrls)).map((url) => endpoint(url)),
    ...outsideServices(env, network, servicesUrl),
    servicesUrl,
    localRpcUrl,
    lifetimes: {
      live: 1000 * (env.CACHE_LIVE_SECONDS ?? (local ? 1 : 5)),
      'per-minute': 1000 * (env.CACHE_MINUTE_SECONDS ?? (local ? 1 : 300)),
      'per-round': 1000 * (env.CACHE_ROUND_SECONDS ?? (local ? 2 : 3600)),
      immutable: Number.POSITIVE_INFINITY,
    },
    staleFactor: 12,
    deadlineMs: env.LOAD_DEADLINE_MS ?? 8000,
    rpcTimeoutMs: local ? 20_000 : 6000,
  }
}

/** Where the services beside chain and index are: the environment's, else the local network's, else public ones. */
function outsideServices(
  env: Env,
  network: Network,
  servicesUrl: string | null,
): Pick<Settings, 'l1' | 'metrics' | 'prices' | 'pin' | 'lips' | 'claimSnapshot'> {
  const local = (path: string) => (servicesUrl ? `${servicesUrl}${path}` : null)
  const one = (url: string | null | undefined) => (url ? endpoint(url) : null)
  const localNames = local('/names')
  const localMetrics = local('/metrics')
  const prices = one(env.PRICES_URL ?? local('/prices') ?? network.pricesUrl)
  const pinUrl = env.PIN_URL ?? local('/ipfs') ?? (env.PIN_TOKEN ? network.pinUrl : null)
  return {
    l1: (env.L1_RPC_URLS ?? (localNames ? [localNames] : network.publicL1RpcUrls)).map((url) =>
      endpoint(url),
    ),
    metrics: (env.METRICS_URLS ?? (localMetrics ? [localMetrics] : network.metricsUrls)).map((url) =>
      endpoint(url),
    ),
    prices: prices ? [prices] : [],
    pin: pinUrl ? endpoint(pinUrl, env.PIN_TOKEN ? { authorization: `Bearer ${env.PIN_TOKEN}` } : {}) : null,
    lips: one(env.LIPS_URL ?? local('/lips') ?? network.lipsUrl),
    claimSnapshot: one(env.CLAIM_SNAPSHOT_URL ?? local('/snapshot.json') ?? network.claimSnapshotUrl),
  }
}

function subgraphEndpoints(env: Env, network: Network, servicesUrl: string | null): Endpoint[] {
  if (env.SUBGRAPH_URLS) {
    return env.SUBGRAPH_URLS.map((url) => {
      // The key goes to The Graph's gateway only, never to another host.
      const needsKey =
        env.SUBGRAPH_API_KEY &&
        new URL(url).host === 'gateway.thegraph.com' &&
        !/\/api\/[0-9a-f]{32}\//i.test(url)
      return needsKey ? endpoint(url, { authorization: `Bearer ${env.SUBGRAPH_API_KEY}` }) : endpoint(url)
    })
  }
  if (servicesUrl) return [endpoint(`${servicesUrl}/subgraph`)]
  if (env.SUBGRAPH_API_KEY && network.subgraphGateway) {
    return [endpoint(network.subgraphGateway, { authorization: `Bearer ${env.SUBGRAPH_API_KEY}` })]
  }
  return []
}

let current: Settings | undefined

/**
 * Settings of this process.
 * @throws ConfigurationError as readEnv
 */
export function settings(): Settings {
  current ??= settingsOf(readEnv())
  return current
}

/** What this copy's security headers depend on. */
export function securityOptionsOf(env: Env): SecurityOptions {
  return {
    secure: env.SITE_URL?.startsWith('https:') ?? false,
    frameAncestors: env.SAFE_ORIGINS ?? [],
    walletConnect: env.WALLETCONNECT_PROJECT_ID !== undefined,
  }
}
