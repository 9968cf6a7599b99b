import type { Address } from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'

/** Names of the networks a copy of the site can serve. */
export type NetworkName = 'arbitrum-one' | 'local'

/** What the browser may know of the configuration. Nothing secret: the operator's own endpoints and keys are not in it. */
export interface PublicConfig {
  network: NetworkName
  chainId: number
  chainName: string
  nativeCurrency: { name: string; symbol: string; decimals: number }
  /** Public URL of this copy without a trailing slash. */
  siteUrl: string
  /** Same-origin path of the JSON-RPC proxy, for reads of this site. */
  rpcPath: '/api/rpc'
  /** Endpoints for a wallet that adds the chain (public ones; never our proxy). */
  walletRpcUrls: readonly string[]
  /** Block explorer without a trailing slash; null on the local network. */
  explorerUrl: string | null
  /** null while the local network's deployment cannot be read. */
  contracts: ContractAddresses | null
  /** Seconds between the blocks that rounds are counted in, for estimates. */
  secondsPerBlock: number
  walletConnectProjectId: string | null
  /** Present on NETWORK=local only: what the demo panel and wallet need. */
  local: LocalConfig | null
}

interface LocalConfig {
  /** Same-origin path of the round and faucet controls. */
  controlPath: '/api/local/control'
  /** Well-known accounts of the local network by role. */
  accounts: readonly { address: Address; role: string }[]
}

/** Id of the `<script type="application/json">` that carries the config in every page. */
export const publicConfigElementId = 'public-config'

/**
 * The config as text that is safe inside a script element: `<` and the two line separators are escaped, so that no value
 * can end the element.
 */
export function serializePublicConfig(config: PublicConfig): string {
  return JSON.stringify(config)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

let fromPage: PublicConfig | undefined

/**
 * The config of the page an island runs in.
 * @throws when the page carries none, which is a defect of the layout.
 */
export function readPublicConfig(): PublicConfig {
  if (fromPage) return fromPage
  const text = document.getElementById(publicConfigElementId)?.textContent
  if (!text) throw new Error(`The page has no #${publicConfigElementId}.`)
  fromPage = JSON.parse(text) as PublicConfig
  return fromPage
}
