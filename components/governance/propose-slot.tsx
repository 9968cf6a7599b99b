'use client'

import type { ProposePanelProps } from '@/components/governance/propose-panel'
import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'

const load = () => import('@/components/governance/propose-panel').then(({ ProposePanel }) => ProposePanel)

/** Place of the form in which a proposal is written, whose code comes after the first load. */
export function ProposeSlot(props: ProposePanelProps) {
  return <Late load={load} props={props} fallback={<Shape />} />
}

function Shape() {
  return (
    <div className="min-h-[60rem] space-y-8">
      <p className="no-js-only">
        A proposal is written and checked in your browser, for which this page needs JavaScript. All figures
        of the treasury work without it.
      </p>
      <div aria-hidden className="needs-js space-y-6">
        {[16, 40, 56, 30].map((ch) => (
          <p key={ch}>
            <Skeleton ch={ch} />
          </p>
        ))}
      </div>
    </div>
  )
}
