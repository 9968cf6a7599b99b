import { Check, Minus, X } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import type { TreasurySupport } from '@/lib/protocol/treasury-vote'

/** A side of any vote. */
export type Side = TreasurySupport

/** Sides in the order they are shown. */
export const shownSides: readonly Side[] = ['for', 'against', 'abstain']

/** The side of a poll's choice. */
export const sideOfChoice: Readonly<Record<PollChoice, Side>> = { yes: 'for', no: 'against' }

const stripes = 'repeating-linear-gradient(135deg, var(--ink) 0 2px, transparent 2px 6px)'
const dots = 'radial-gradient(var(--ink-quiet) 1px, transparent 1.4px) 0 0 / 5px 5px'

/** Each side has a word, an icon and a pattern: colour says nothing here. */
export const sides: Readonly<Record<Side, { label: string; Icon: typeof Check; fill: CSSProperties }>> = {
  for: { label: 'For', Icon: Check, fill: { background: 'var(--ink)' } },
  against: { label: 'Against', Icon: X, fill: { background: `${stripes}, var(--raised)` } },
  abstain: { label: 'Abstain', Icon: Minus, fill: { background: `${dots}, var(--raised)` } },
}

/** A side as icon and word. */
export function SideLabel({ side, className = '' }: { side: Side; className?: string }) {
  const { label, Icon } = sides[side]
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${className}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {label}
    </span>
  )
}
