'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { IntentLink } from '@/components/ui/intent-link'

export interface NavLinkProps {
  href: string
  /** Path whose pages belong to this entry; the entry itself unless given. */
  section?: string
  /** The same where the entry stands for several. */
  sections?: readonly string[]
  look: 'top' | 'bottom'
  icon?: ReactNode
  children: ReactNode
}

const looks = {
  top: 'relative flex h-14 items-center px-2 whitespace-nowrap text-ink-quiet xl:px-3 hover:text-ink aria-[current]:text-ink aria-[current]:font-medium aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:bottom-[-1px] xl:aria-[current]:after:inset-x-3 aria-[current]:after:h-0.5 aria-[current]:after:bg-accent',
  bottom:
    'flex h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 text-[0.6875rem] whitespace-nowrap text-ink-quiet sm:text-small aria-[current]:text-accent-text aria-[current]:font-medium [&_svg]:size-5',
}

/** An entry of the main navigation that knows when the visitor is in its part of the site. */
export function NavLink({ href, section = href, sections = [section], look, icon, children }: NavLinkProps) {
  const path = usePathname()
  const here = sections.some((part) => path === part || (part !== '/' && path.startsWith(`${part}/`)))
  return (
    <IntentLink
      href={href}
      className={looks[look]}
      aria-current={here ? (path === href ? 'page' : 'true') : undefined}
    >
      {icon}
      {children}
    </IntentLink>
  )
}
