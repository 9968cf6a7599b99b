import type { ReactNode } from 'react'

/** A page that is one message: what happened and what to do next. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  title: string
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="max-w-text py-16 sm:py-24">
      <h1 className="text-title">{title}</h1>
      <div className="space-y-2 pt-3 text-ink-quiet">{children}</div>
      <div className="flex flex-wrap gap-3 pt-6">{actions}</div>
    </div>
  )
}
