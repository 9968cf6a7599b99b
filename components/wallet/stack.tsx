'use client'

import '@rainbow-me/rainbowkit/styles.css'
import {
  type AvatarComponent,
  RainbowKitProvider,
  useAccountModal,
  useConnectModal,
} from '@rainbow-me/rainbowkit'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { type Config, WagmiProvider } from 'wagmi'
import { disconnect, getAccount, reconnect, switchChain, watchAccount } from 'wagmi/actions'
import { readPublicConfig } from '@/lib/network/public-config'
import type { WalletProvider } from '@/lib/transaction/wallet-port'
import { mendRainbowKit } from './mend-rainbowkit'
import { rememberAccount, rememberedAccount } from './remembered'
import { showWallet } from './show-wallet'
import { nothingToChoose, walletConfig } from './wallet-config'
import type { WalletHandle } from './wallet-handle'
import { walletTheme } from './wallet-theme'

interface Openers {
  connect?: (() => void) | undefined
  account?: (() => void) | undefined
}

/** A quiet square instead of RainbowKit's emoji; an avatar from elsewhere would be an outside request. */
const PlainAvatar: AvatarComponent = ({ size, address }) => (
  <span
    aria-hidden="true"
    className="inline-flex items-center justify-center bg-accent-soft font-mono text-accent-text text-small"
    style={{ width: size, height: size, borderRadius: size }}
  >
    {address.slice(2, 4)}
  </span>
)

/** Hands RainbowKit's ways to open its sheets to the outside, and opens one when asked before they exist. */
function Bridge({ onOpeners }: { onOpeners(openers: Openers): void }) {
  const { openConnectModal } = useConnectModal()
  const { openAccountModal } = useAccountModal()
  useEffect(() => {
    onOpeners({ connect: openConnectModal, account: openAccountModal })
  }, [onOpeners, openConnectModal, openAccountModal])
  return null
}

function providerOf(config: Config): () => Promise<WalletProvider> {
  return async () => {
    const { connector } = getAccount(config)
    if (!connector) throw new Error('No wallet is connected.')
    return (await connector.getProvider()) as WalletProvider
  }
}

/** Mounts the wallet code in a root of its own beside the page, so that the page never re-renders under it. */
export async function mountWallet(): Promise<WalletHandle> {
  const site = readPublicConfig()
  if (site.local) {
    const { announceDemoWallet } = await import('@/components/local/demo-wallet')
    announceDemoWallet(site)
  }
  const config = walletConfig(site)
  let openers: Openers = {}
  let wanted = false
  let restoring = rememberedAccount() !== null
  const show = () => {
    if (!restoring) showWallet(getAccount(config), site.chainId)
  }
  watchAccount(config, { onChange: show })

  const open = () => {
    const { status } = getAccount(config)
    const opener = status === 'connected' ? openers.account : openers.connect
    wanted = restoring || !opener
    if (!wanted) opener?.()
  }
  const onOpeners = (next: Openers) => {
    openers = next
    if (wanted) open()
  }

  const handle: WalletHandle = {
    nothingToChoose: () => (getAccount(config).status === 'disconnected' ? nothingToChoose(site) : null),
    open,
    provider: providerOf(config),
    switchChain: async () => {
      try {
        await switchChain(config, { chainId: site.chainId })
        return { state: 'done' }
      } catch {
        return {
          state: 'failed',
          reason: `The wallet did not switch to ${site.chainName}.`,
          next: `Choose ${site.chainName} (chain id ${site.chainId}) in the wallet itself.`,
        }
      }
    },
    disconnect: async () => {
      rememberAccount(null)
      await disconnect(config)
    },
  }

  const host = document.createElement('div')
  host.id = 'wallet-root'
  document.body.append(host)
  mendRainbowKit()
  const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } })
  createRoot(host).render(
    <WagmiProvider config={config} reconnectOnMount={false}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider
          theme={walletTheme()}
          modalSize="compact"
          avatar={PlainAvatar}
          appInfo={{ appName: 'Livepeer Delegator' }}
        >
          <Bridge onOpeners={onOpeners} />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>,
  )
  if (restoring) await reconnect(config).catch(() => [])
  restoring = false
  show()
  return handle
}
