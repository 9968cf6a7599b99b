'use client'

import { Late } from '@/components/ui/late'

const load = () =>
  import('@/components/staking/start-round-panel').then(({ StartRoundPanel }) => StartRoundPanel)

/** Place of the action that starts an overdue round; without script the sentence above it says what is needed. */
export function StartRoundSlot() {
  return (
    <div className="needs-js min-h-16">
      <Late load={load} props={{}} />
    </div>
  )
}
