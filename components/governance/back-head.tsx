import type { ReactNode } from 'react'
import { IntentLink } from '@/components/ui/intent-link'

/** Head of a page that belongs to a list: the way back, its title, one line about it. */
export function BackHead({
  back,
  title,
  children,
}: {
  back: { href: string; label: string }
  title: string
  children: ReactNode
}) {
  return (
    <div className="space-y-2 pt-8 pb-8">
      <p className="text-small">
        <IntentLink href={back.href} className="text-accent-text underline underline-offset-4">
          {back.label}
        </IntentLink>
      </p>
      <h1 className="max-w-text text-title">{title}</h1>
      <p className="max-w-text text-ink-quiet">{children}</p>
    </div>
  )
}
