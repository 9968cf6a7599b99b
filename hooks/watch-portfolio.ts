'use client'

import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { type AccountFigures, followAccount, getAccountFigures } from '@/hooks/account-store'

const none: readonly AccountFigures[] = []

/** Figures of several accounts, in their order, each refreshed while on show. */
export function usePortfolio(addresses: readonly Address[]): readonly AccountFigures[] {
  const key = addresses.join()
  const last = useRef<readonly AccountFigures[]>(none)
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = split(key).map((address) => followAccount(address, listener))
      return () => {
        for (const end of ends) end()
      }
    },
    [key],
  )
  const read = useCallback(() => {
    const next = split(key).map(getAccountFigures)
    const same =
      next.length === last.current.length && next.every((figures, place) => figures === last.current[place])
    if (!same) last.current = next
    return last.current
  }, [key])
  return useSyncExternalStore(subscribe, read, () => none)
}

function split(key: string): Address[] {
  return key === '' ? [] : (key.split(',') as Address[])
}
