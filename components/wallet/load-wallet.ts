import type { WalletHandle } from '@/components/wallet/wallet-handle'
import { getWallet, noWallet, registerWalletActions, setWallet } from '@/hooks/wallet-store'
import { rememberedAccount } from './remembered'

let loading: Promise<WalletHandle> | null = null

/**
 * The wallet code (wagmi, RainbowKit, TanStack Query), downloaded on the first call and mounted once beside the page.
 * A failed download is forgotten, so that the next click tries again.
 */
export function loadWallet(): Promise<WalletHandle> {
  loading ??= import('./stack')
    .then((module) => module.mountWallet())
    .catch((error: unknown) => {
      loading = null
      throw error
    })
  return loading
}

/** Opens the choice of wallets (or the account); resolves to a sentence when that is not possible. */
export async function openWallet(): Promise<string | null> {
  if (getWallet().status === 'none') setWallet({ ...noWallet, status: 'loading' })
  try {
    const handle = await loadWallet()
    const reason = handle.nothingToChoose()
    if (reason) {
      setWallet(noWallet)
      return reason
    }
    handle.open()
    return null
  } catch {
    setWallet(noWallet)
    return 'The wallet code could not be loaded. Check your connection, then try again.'
  }
}

/** Reconnects after a reload: loads the wallet code when idle, only where a wallet was connected before. */
export function reconnectWhenIdle(): void {
  const address = rememberedAccount()
  if (!address || loading) return
  setWallet({ ...noWallet, status: 'loading', address })
  const load = () => {
    loadWallet().catch(() => setWallet(noWallet))
  }
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 2000 })
  else setTimeout(load, 200)
}

registerWalletActions({ connect: () => void openWallet() })
