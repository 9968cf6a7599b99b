'use client'

import { Late } from '@/components/ui/late'
import { useWallet } from '@/hooks/use-wallet'

const load = () => import('@/components/wallet/position-strip').then(({ PositionStrip }) => PositionStrip)

/** Place of the position strip; its code comes once an account is known, its height is kept from the first paint. */
export function PositionStripSlot() {
  const { address } = useWallet()
  return <div className="position-strip">{address && <Late load={load} props={{}} />}</div>
}
