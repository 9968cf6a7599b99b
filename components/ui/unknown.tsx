import { UNKNOWN } from '@/lib/format/number'

/** A dash with its reason: an unknown figure is never zero. */
export function Unknown({ reason = 'Not known: its source did not answer' }: { reason?: string }) {
  return (
    <span title={reason} className="text-ink-quiet">
      <span aria-hidden>{UNKNOWN}</span>
      <span className="sr-only">{reason}</span>
    </span>
  )
}
