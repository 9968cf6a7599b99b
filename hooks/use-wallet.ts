'use client'

import { useSyncExternalStore } from 'react'
import { connectWallet, getWallet, noWallet, subscribeWallet, type WalletState } from '@/hooks/wallet-store'

/** The visitor's wallet as islands read it, without any wallet library; `connect` opens the choice of wallets. */
export function useWallet(): WalletState & { connect(): void } {
  const state = useSyncExternalStore(subscribeWallet, getWallet, () => noWallet)
  return { ...state, connect: connectWallet }
}
