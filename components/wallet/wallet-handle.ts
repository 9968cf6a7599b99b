import type { WalletProvider } from '@/lib/transaction/wallet-port'

/** What the lazily loaded wallet code offers to the rest of the site. */
export interface WalletHandle {
  /** Why there is no wallet to choose from; null when there is one. */
  nothingToChoose(): string | null
  /** Opens the choice of wallets, or the account's sheet when one is connected. */
  open(): void
  /** The connected wallet's own provider, for signing. @throws when none is connected. */
  provider(): Promise<WalletProvider>
  /** Asks the wallet to come to this site's chain, adding it where the wallet does not know it. */
  switchChain(): Promise<{ state: 'done' } | { state: 'failed'; reason: string; next: string }>
  disconnect(): Promise<void>
}
