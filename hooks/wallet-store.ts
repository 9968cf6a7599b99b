import type { Address } from 'viem'

/**
 * What the site knows about the visitor's wallet. `loading`: a wallet was connected before the reload and the
 * wallet code is on its way (`address` is then the remembered one); `wrong-chain`: connected, but to another chain
 * than this site's, so nothing can be signed.
 */
export interface WalletState {
  status: 'none' | 'loading' | 'connecting' | 'connected' | 'wrong-chain'
  address: Address | null
  chainId: number | null
  connectorName: string | null
}

/** What only the lazily loaded wallet code can do; registered by components/wallet/load-wallet.ts. */
export interface WalletActions {
  /** Opens the choice of wallets, loading the wallet code first. */
  connect(): void
}

export const noWallet: WalletState = { status: 'none', address: null, chainId: null, connectorName: null }

let state: WalletState = noWallet
let actions: WalletActions | null = null
const listeners = new Set<() => void>()

/** The current state; the same object until something changes. */
export function getWallet(): WalletState {
  return state
}

export function subscribeWallet(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called by the wallet code when the wallet connects, disconnects, or switches account or chain. */
export function setWallet(next: WalletState): void {
  const same =
    next.status === state.status &&
    next.address === state.address &&
    next.chainId === state.chainId &&
    next.connectorName === state.connectorName
  if (same) return
  state = next
  for (const listener of listeners) listener()
}

export function registerWalletActions(next: WalletActions): void {
  actions = next
}

/** Asks for the choice of wallets to open. */
export function connectWallet(): void {
  actions?.connect()
}
