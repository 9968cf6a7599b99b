import { IntentLink } from '@/components/ui/intent-link'

export interface TabsNavProps {
  /** Name of the group for screen readers. */
  label: string
  tabs: readonly { href: string; label: string; current: boolean }[]
}

/** Tabs that are pages: plain links, the current one marked. Goes on in a second line where it does not fit: none is out of sight. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 border-b sm:gap-x-6">
      {tabs.map((tab) => (
        <IntentLink
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          className="relative flex h-11 items-center whitespace-nowrap text-ink-quiet hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-0 aria-[current=page]:after:bottom-0 aria-[current=page]:after:h-0.5 aria-[current=page]:after:bg-accent"
        >
          {tab.label}
        </IntentLink>
      ))}
    </nav>
  )
}
