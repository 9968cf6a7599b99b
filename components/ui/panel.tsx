import { type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

export interface PanelProps {
  title: ReactNode
  /** Anchor of the panel, for links such as `/#round`. */
  id?: string
  /** At the end of the title's line: a link or a small control. */
  aside?: ReactNode
  /** Under the content: where the figures come from. */
  foot?: ReactNode
  /** `card` is a thing of its own; `plain` is part of the page, divided by lines only. */
  look?: 'card' | 'plain'
  /** Level of the heading in the page's outline. */
  level?: 2 | 3
  className?: string
  children: ReactNode
}

/** A titled part of a page. It fails, loads and ages alone. */
export function Panel({
  title,
  id,
  aside,
  foot,
  look = 'plain',
  level = 2,
  className,
  children,
}: PanelProps) {
  const titleId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={cn(
        'flex min-w-0 flex-col',
        look === 'card' && 'rounded-lg border bg-panel p-4 sm:p-6',
        className,
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 pb-4">
        <Heading id={titleId} className="text-figure">
          {title}
        </Heading>
        {aside}
      </div>
      <div className="flex flex-1 flex-col">{children}</div>
      {foot && <div className="pt-4 text-small text-ink-quiet">{foot}</div>}
    </section>
  )
}
