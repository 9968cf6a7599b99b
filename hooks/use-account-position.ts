'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { type AccountFigures, followAccount, getAccountFigures } from '@/hooks/account-store'

const loading: AccountFigures = { state: 'loading' }

/** An account's figures, refreshed while on show and right after its transactions; null without an account. */
export function useAccountPosition(address: Address | null): AccountFigures | null {
  const subscribe = useCallback(
    (listener: () => void) => (address ? followAccount(address, listener) : () => undefined),
    [address],
  )
  const read = useCallback(() => (address ? getAccountFigures(address) : null), [address])
  return useSyncExternalStore(subscribe, read, () => (address ? loading : null))
}
