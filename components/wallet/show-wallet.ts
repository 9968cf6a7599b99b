import type { Address } from 'viem'
import { getWallet, noWallet, setWallet } from '@/hooks/wallet-store'
import { rememberAccount } from './remembered'

/** The part of wagmi's account state that the site shows. */
export interface AccountReading {
  status: 'connected' | 'connecting' | 'reconnecting' | 'disconnected'
  address?: Address | undefined
  chainId?: number | undefined
  connector?: { name: string } | undefined
}

/**
 * Copies wagmi's account into the site's wallet store. While a session is being restored the remembered account stays
 * on show; a wallet on another chain than the site's is connected but cannot sign.
 */
export function showWallet(account: AccountReading, siteChainId: number): void {
  switch (account.status) {
    case 'connected': {
      const address = account.address ?? null
      rememberAccount(address)
      setWallet({
        status: account.chainId === siteChainId ? 'connected' : 'wrong-chain',
        address,
        chainId: account.chainId ?? null,
        connectorName: account.connector?.name ?? null,
      })
      return
    }
    case 'connecting':
      setWallet({ ...noWallet, status: 'connecting' })
      return
    case 'reconnecting': {
      const { address } = getWallet()
      setWallet({ ...noWallet, status: 'loading', address: account.address ?? address })
      return
    }
    case 'disconnected':
      rememberAccount(null)
      setWallet(noWallet)
  }
}
