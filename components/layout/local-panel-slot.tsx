'use client'

import { Late } from '@/components/ui/late'

const load = () =>
  import('@/components/local/local-panel-loader').then(({ LocalPanelLoader }) => LocalPanelLoader)

/** Place of the button of the local network's panel, which is downloaded after hydration. */
export function LocalPanelSlot() {
  return <Late load={load} props={{}} />
}
