import { ArrowRight } from 'lucide-react'
import type { Change } from './delegate-model'

/** Before → after, one line each. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <dl className="divide-y divide-line rounded bg-raised px-4 py-1 text-small">
      {changes.map(({ label, before, after }) => (
        <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <dt className="text-ink-quiet">{label}</dt>
          <dd className="flex flex-wrap items-center gap-2 tabular-nums">
            <span className="text-ink-quiet">{before}</span>
            <ArrowRight aria-label="becomes" className="size-3.5 shrink-0 text-ink-quiet" />
            <span className="font-medium">{after}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
