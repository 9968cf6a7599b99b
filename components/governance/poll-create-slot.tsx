'use client'

import type { PollCreatePanelProps } from '@/components/governance/poll-create-panel'
import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'

const load = () =>
  import('@/components/governance/poll-create-panel').then(({ PollCreatePanel }) => PollCreatePanel)

/** Place of the panel that publishes a LIP's text and makes the poll, whose code comes after the first load. */
export function PollCreateSlot(props: PollCreatePanelProps) {
  return <Late load={load} props={props} fallback={<Shape />} />
}

function Shape() {
  return (
    <section
      aria-label="Create the poll"
      className="min-h-96 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      <p className="text-figure font-semibold">Create the poll</p>
      <p className="no-js-only pt-2">
        A poll is sent by your own wallet, for which this page needs JavaScript. The texts can be read without
        it.
      </p>
      <div aria-hidden className="needs-js pt-4">
        <Skeleton ch={24} />
      </div>
    </section>
  )
}
