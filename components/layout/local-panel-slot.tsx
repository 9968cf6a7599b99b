'use client'

import { Late } from '@/components/ui/late'

const load = () =>
  import('@/components/local/local-panel-loader').then(({ LocalPanelLoader }) => LocalPanelLoader)

/** Place of the local network's panel; drawn on NETWORK=local only, so nothing of it is downloaded elsewhere. */
export function LocalPanelSlot() {
  return <Late load={load} props={{}} />
}
