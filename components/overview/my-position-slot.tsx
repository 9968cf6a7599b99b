'use client'

import { useSyncExternalStore } from 'react'
import { Late } from '@/components/ui/late'
import { useWallet } from '@/hooks/use-wallet'

const load = () => import('@/components/overview/my-position').then(({ MyPosition }) => MyPosition)

/** Marked before the first paint (lib/theme/theme-script), so that the list itself need not be read here. */
const watches = () => document.documentElement.dataset.watched !== undefined
const never = () => () => undefined

/**
 * Place of the visitor's own position (1.3): kept from the first paint where a wallet was connected or an address is watched, and
 * nothing for anybody else.
 */
export function MyPositionSlot() {
  const { address } = useWallet()
  const watching = useSyncExternalStore(never, watches, () => false)
  return <div className="my-position">{(address || watching) && <Late load={load} props={{}} />}</div>
}
