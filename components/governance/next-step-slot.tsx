'use client'

import type { NextStepButtonProps } from '@/components/governance/next-step-button'
import { Late } from '@/components/ui/late'

const load = () =>
  import('@/components/governance/next-step-button').then(({ NextStepButton }) => NextStepButton)

/** Place of the button that takes a proposal's next step, whose code comes after the first load. */
export function NextStepSlot(props: NextStepButtonProps) {
  return (
    <div className="needs-js min-h-18" data-print="hide">
      <Late load={load} props={props} />
    </div>
  )
}
