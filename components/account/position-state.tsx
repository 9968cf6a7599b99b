import { CircleCheck, CircleSlash2, Hourglass } from 'lucide-react'
import { summarisePosition } from '@/components/wallet/position-summary'
import type { DelegatingView } from '@/lib/data/types'

const looks = {
  earning: { Icon: CircleCheck, color: 'text-accent-text' },
  waiting: { Icon: Hourglass, color: 'text-wait' },
  'not-earning': { Icon: CircleSlash2, color: 'text-loss' },
  none: { Icon: CircleSlash2, color: 'text-ink-quiet' },
}

/** Whether the stake earns, and why, in one sentence: the same judgement as the position strip's. */
export function PositionState({ account }: { account: DelegatingView }) {
  const { earning, headline, reason } = summarisePosition(account)
  const { Icon, color } = looks[earning]
  return (
    <p className="flex gap-2.5">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${color}`} />
      <span>
        <strong className="font-semibold">{headline}.</strong> {reason}
      </span>
    </p>
  )
}
