import { CircleAlert, Hourglass, Info } from 'lucide-react'
import type { ReactNode } from 'react'

const looks = {
  info: { Icon: Info, box: 'bg-info-soft', icon: 'text-info' },
  wait: { Icon: Hourglass, box: 'bg-wait-soft', icon: 'text-wait' },
  loss: { Icon: CircleAlert, box: 'bg-loss-soft', icon: 'text-loss' },
}

export interface NoticeProps {
  tone: keyof typeof looks
  /** What happened, one sentence. */
  title: ReactNode
  /** What to do about it, or what it means. */
  children?: ReactNode
  /** `alert` interrupts a screen reader: only for what the visitor must know now. */
  role?: 'status' | 'alert'
}

/** A message in place: what happened and what to do. */
export function Notice({ tone, title, children, role }: NoticeProps) {
  const { Icon, box, icon } = looks[tone]
  return (
    <div role={role} className={`flex gap-3 rounded px-4 py-3 ${box}`}>
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${icon}`} />
      <div className="min-w-0 space-y-1">
        <p className="font-medium text-ink">{title}</p>
        {children && <div className="text-small text-ink">{children}</div>}
      </div>
    </div>
  )
}
