'use client'

import type { DelegatePanelProps } from '@/components/staking/delegate-panel'
import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'

const load = () => import('@/components/staking/delegate-panel').then(({ DelegatePanel }) => DelegatePanel)

/**
 * Place of the delegate panel, whose code comes after the first load. Until then its shape; without script, what it
 * would need.
 */
export function DelegateSlot(props: DelegatePanelProps) {
  return <Late load={load} props={props} fallback={<Shape tall={props.to !== null} />} />
}

function Shape({ tall }: { tall: boolean }) {
  return (
    <section aria-label="Delegate" className="rounded-lg bg-panel p-5 shadow-float" data-print="hide">
      <p className="text-figure font-semibold">Delegate LPT</p>
      <p className="no-js-only pt-2">
        Delegating is signed by your own wallet, for which this page needs JavaScript. All figures work
        without it.
      </p>
      <div aria-hidden className={`needs-js pt-4 ${tall ? 'min-h-72' : 'min-h-6'}`}>
        <Skeleton ch={24} />
      </div>
    </section>
  )
}
