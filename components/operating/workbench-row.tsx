'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'

export interface WorkbenchRowProps {
  title: string
  /** How it stands now, in a few words. */
  state: ReactNode
  /** Unfolded from the start: what is due. */
  startsOpen?: boolean
  children: ReactNode
}

/** One thing a person can set, folded to its name and how it stands. Native, so that keyboard and search in the page work. */
export function WorkbenchRow({ title, state, startsOpen = false, children }: WorkbenchRowProps) {
  const [open, setOpen] = useState(startsOpen)
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group border-t"
      aria-label={title}
    >
      <summary className="flex min-h-12 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-0.5 py-2 [&::-webkit-details-marker]:hidden">
        <span className="font-semibold">{title}</span>
        <span className="ml-auto min-w-0 text-right text-small text-ink-quiet">{state}</span>
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-ink-quiet transition-transform group-open:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      <div className="space-y-4 pt-1 pb-5">{children}</div>
    </details>
  )
}
