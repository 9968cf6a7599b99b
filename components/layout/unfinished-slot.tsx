'use client'

import { Late } from '@/components/ui/late'

const load = () => import('@/components/transaction/unfinished').then(({ Unfinished }) => Unfinished)

/** Place of review sheets and of the notice about interrupted flows; nothing can ask for either before hydration. */
export function UnfinishedSlot() {
  return <Late load={load} props={{}} />
}
