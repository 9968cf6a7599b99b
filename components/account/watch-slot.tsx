'use client'

import type { Address } from 'viem'
import { Late } from '@/components/ui/late'

const load = () => import('@/components/account/watch-toggle').then(({ WatchToggle }) => WatchToggle)

/** Place of the watch toggle, as large as it. */
export function WatchSlot({ address }: { address: Address }) {
  return (
    <span className="needs-js inline-flex h-8 w-28" data-print="hide">
      <Late load={load} props={{ address }} />
    </span>
  )
}
