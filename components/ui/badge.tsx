import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const badgeClasses = cva(
  'inline-flex h-6 items-center gap-1 rounded-full px-2 text-small font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-raised text-ink',
        outline: 'border border-line text-ink-quiet',
        wait: 'bg-wait-soft text-wait',
        loss: 'bg-loss-soft text-loss',
        info: 'bg-info-soft text-info',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

/** A short state in words; the colour only repeats what the word says. */
export function Badge({ tone, children }: VariantProps<typeof badgeClasses> & { children: ReactNode }) {
  return <span className={badgeClasses({ tone })}>{children}</span>
}
