import { Check, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { Hint } from '@/components/ui/hint'
import { Meter } from '@/components/ui/meter'
import { Unknown } from '@/components/ui/unknown'
import { percentP9 } from '@/lib/format/percent'

export interface ThresholdProps {
  label: string
  explanation: string
  /** Where it stands; null when it is not known or nobody voted. */
  valueP9: bigint | null
  /** Where the line is. */
  lineP9: bigint
  reached: boolean
  /** The line in words, such as "needs 33.33%, 3.4M LPT". */
  need: ReactNode
  /** Why the value is not known. */
  unknownReason?: string
}

/** A figure against the line it has to reach: bar, mark and words. */
export function Threshold({
  label,
  explanation,
  valueP9,
  lineP9,
  reached,
  need,
  unknownReason,
}: ThresholdProps) {
  const Icon = reached ? Check : CircleDashed
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <Hint explanation={explanation}>{label}</Hint>
        </p>
        <p className="font-medium">
          {valueP9 === null ? <Unknown reason={unknownReason} /> : percentP9(valueP9)}
        </p>
      </div>
      <Meter label={label} partP9={valueP9 ?? 0n} markP9={lineP9} />
      <p className="flex items-start gap-1.5 text-small text-ink-quiet">
        <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span>
          {reached ? 'Reached' : 'Not reached'}: {need}
        </span>
      </p>
    </div>
  )
}
