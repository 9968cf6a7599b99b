import type { ReactNode } from 'react'

/** Title of a page, one line about it, and at the end of the line what can be done with the whole page. */
export function PageHead({
  title,
  children,
  aside,
}: {
  title: string
  children?: ReactNode
  aside?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pt-8 pb-6">
      <div className="min-w-0 max-w-text">
        <h1 className="text-title">{title}</h1>
        {children && <p className="pt-1 text-ink-quiet">{children}</p>}
      </div>
      {aside}
    </div>
  )
}
