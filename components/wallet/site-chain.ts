import { type Chain, defineChain } from 'viem'
import type { PublicConfig } from '@/lib/network/public-config'

/**
 * The site's chain as wallets and wagmi see it. Its RPC addresses are public ones, because a wallet that adds the chain
 * would keep them: never the site's proxy, which only serves the site.
 */
export function siteChain(config: PublicConfig): Chain {
  return defineChain({
    id: config.chainId,
    name: config.chainName,
    nativeCurrency: config.nativeCurrency,
    rpcUrls: { default: { http: config.walletRpcUrls } },
    ...(config.explorerUrl
      ? { blockExplorers: { default: { name: 'Explorer', url: config.explorerUrl } } }
      : {}),
    ...(config.contracts ? { contracts: { multicall3: { address: config.contracts.Multicall3 } } } : {}),
    testnet: config.network === 'local',
  })
}

/** Where this page reads the chain: the same-origin proxy. */
export function siteRpcUrl(config: PublicConfig): string {
  return new URL(config.rpcPath, window.location.origin).href
}
