import type { ReactNode } from 'react'
import { Hint } from '@/components/ui/hint'

export interface FigureProps {
  label: string
  /** One line that explains the term; opens from the label. */
  explanation?: string
  value: ReactNode
  /** Quieter, after or under the value: comparison, share, unit of time. */
  note?: ReactNode
}

function Label({ label, explanation }: Pick<FigureProps, 'label' | 'explanation'>) {
  return explanation ? <Hint explanation={explanation}>{label}</Hint> : label
}

/** Figures as lines: what on the left, how much on the right. */
export function FigureLines({ children }: { children: ReactNode }) {
  return <dl className="divide-y border-y">{children}</dl>
}

export function FigureLine({ label, explanation, value, note }: FigureProps) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
      <dt className="text-ink-quiet">
        <Label label={label} explanation={explanation} />
      </dt>
      <dd className="ml-auto max-w-full text-right font-medium">{value}</dd>
      {note && <dd className="basis-full text-right text-small text-ink-quiet">{note}</dd>}
    </div>
  )
}

/** Figures side by side: the few that matter most on a page. */
export function FigureRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 gap-y-5 sm:grid-cols-2 lg:flex lg:flex-wrap lg:gap-x-10">
      {children}
    </dl>
  )
}

export function BigFigure({ label, explanation, value, note }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-ink-quiet">
        <Label label={label} explanation={explanation} />
      </dt>
      <dd className="text-figure font-semibold">{value}</dd>
      {note && <dd className="text-small text-ink-quiet">{note}</dd>}
    </div>
  )
}
