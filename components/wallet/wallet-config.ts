import { connectorsForWallets } from '@rainbow-me/rainbowkit'
import { injectedWallet } from '@rainbow-me/rainbowkit/wallets'
import { type Config, createConfig, createStorage, http } from 'wagmi'
import type { PublicConfig } from '@/lib/network/public-config'
import { injectedWallets } from './injected-wallets'
import { siteChain, siteRpcUrl } from './site-chain'
import { walletConnectOnChoice } from './wallet-connect'

/** Why the list of wallets would be empty; null when there is something to choose. */
export function nothingToChoose(config: PublicConfig): string | null {
  const { announced, legacy } = injectedWallets()
  if (announced > 0 || legacy || config.walletConnectProjectId) return null
  return 'No wallet was found in this browser. Install a wallet extension, or open this page in a wallet’s own browser, then reload.'
}

/**
 * wagmi's configuration. Wallets that announce themselves (EIP-6963) come by discovery; the one at window.ethereum is
 * named only when none announces itself; WalletConnect only where the operator has a project id. RainbowKit's ready-made
 * list is not used: it creates connectors that call outside hosts as soon as they exist.
 */
export function walletConfig(config: PublicConfig): Config {
  const { announced, legacy } = injectedWallets()
  const wallets = [
    ...(announced === 0 && legacy ? [injectedWallet] : []),
    ...(config.walletConnectProjectId ? [walletConnectOnChoice] : []),
  ]
  const connectors =
    wallets.length === 0
      ? []
      : connectorsForWallets([{ groupName: 'Wallets', wallets }], {
          appName: 'Livepeer Delegator',
          appUrl: config.siteUrl,
          projectId: config.walletConnectProjectId ?? '',
        })
  const chain = siteChain(config)
  return createConfig({
    chains: [chain],
    connectors,
    transports: { [chain.id]: http(siteRpcUrl(config)) },
    multiInjectedProviderDiscovery: true,
    storage: createStorage({ key: 'livepeer-delegator', storage: window.localStorage }),
    batch: { multicall: true },
    pollingInterval: 4_000,
  })
}
