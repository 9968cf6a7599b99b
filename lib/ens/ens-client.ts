import {
  type CcipRequestParameters,
  createPublicClient,
  custom,
  type Hex,
  isHex,
  type PublicClient,
} from 'viem'
import { guardedFetch } from '@/lib/network/guarded-fetch'
import { processWide } from '@/lib/network/process-wide'
import { rpc } from '@/lib/network/rpc'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** The same addresses on Ethereum and in the local stand-in. */
const contracts = {
  ensUniversalResolver: { address: '0xeeeeeeee14d718c2b47d9923deab1335e144eeee' },
  multicall3: { address: '0xca11bde05977b3631167028862be2a173976ca11' },
} as const

/** Calldata bytes in one multicall: some 30 names, well inside the gas limits of public nodes. */
const batchBytes = 8_192

/** Plain HTTP is asked on the local network's own services only. */
export function localOrigin(): string | null {
  const { servicesUrl } = settings()
  return servicesUrl ? new URL(servicesUrl).origin : null
}

/**
 * Asks the gateways of a name whose records are kept outside the chain (ERC-3668). Their URLs come from whoever made the
 * name's resolver, so they go through the guarded fetch.
 */
async function askGateways({ data, sender, urls }: CcipRequestParameters): Promise<Hex> {
  let last: unknown
  for (const url of urls.slice(0, 3)) {
    const post = url.includes('{data}') ? undefined : { data, sender }
    try {
      const { body } = await guardedFetch(
        url.replace('{sender}', sender.toLowerCase()).replace('{data}', data),
        {
          limitBytes: 64_000,
          timeoutMs: 4_000,
          accept: 'application/json',
          localOrigin: localOrigin(),
          ...(post ? { post } : {}),
        },
      )
      const answer = (JSON.parse(body.toString('utf8')) as { data?: unknown } | null)?.data
      if (isHex(answer)) return answer
      last = new Error('the gateway answered without data')
    } catch (error) {
      last = error
    }
  }
  throw last instanceof Error ? last : new Error('the name has no gateway')
}

function createEnsClient(batched: boolean): PublicClient {
  const { network, l1 } = settings()
  return createPublicClient({
    chain: {
      id: network.l1ChainId,
      name: 'Names',
      nativeCurrency: network.nativeCurrency,
      rpcUrls: { default: { http: l1.map(({ url }) => url) } },
      contracts,
    },
    transport: custom(
      {
        request: ({ method, params }: { method: string; params?: unknown }) =>
          rpc(method, (params ?? []) as unknown[], { name: 'The names', endpoints: l1 }),
      },
      { retryCount: 0 },
    ),
    batch: batched ? { multicall: { batchSize: batchBytes, wait: 2 } } : {},
    ccipRead: { request: askGateways },
    cacheTime: 0,
  }) as PublicClient
}

/*
 * For each bundle, not for the process: viem tells "no such name" by the class of an error, and a client made by another bundle
 * throws the class of that bundle's copy.
 */
const clients = new Map<boolean, PublicClient>()

/** viem's client for names; calls of one moment go together in a few requests. `alone`: each by itself. */
export function ensClient(alone = false): PublicClient {
  const made = clients.get(alone) ?? createEnsClient(!alone)
  clients.set(alone, made)
  return made
}

const state = () => processWide('ens-chain', () => ({ checked: null as Promise<void> | null }))

/**
 * Makes sure once that the endpoints serve the chain of names: on another chain every address would have no name.
 * @throws SourceError
 */
export function checkNamesChain(): Promise<void> {
  const kept = state()
  kept.checked ??= check().catch((error: unknown) => {
    kept.checked = null
    throw error
  })
  return kept.checked
}

async function check(): Promise<void> {
  const { network, l1 } = settings()
  const id = Number(await rpc('eth_chainId', [], { name: 'The names', endpoints: l1 }))
  if (id === network.l1ChainId) return
  throw new SourceError(
    `The endpoint for names serves chain ${id}, not ${network.l1ChainId}.`,
    'The operator can check L1_RPC_URLS.',
  )
}
