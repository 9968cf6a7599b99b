import type { ReactNode } from 'react'
import { PageHead } from '@/components/layout/page-head'
import { TabsNav } from '@/components/ui/tabs-nav'

const pages = [
  { href: '/leaderboard', label: 'Performance' },
  { href: '/gateways', label: 'Gateways' },
  { href: '/transactions', label: 'Transactions' },
  { href: '/protocol', label: 'Protocol' },
] as const

export interface NetworkHeadProps {
  title: string
  current: (typeof pages)[number]['href']
  /** What can be done with the whole page. */
  aside?: ReactNode
  children: ReactNode
}

/** Head of the pages about the network as a whole, with the way from one to the others. */
export function NetworkHead({ title, current, aside, children }: NetworkHeadProps) {
  return (
    <div className="pb-8">
      <PageHead title={title} aside={aside}>
        {children}
      </PageHead>
      <TabsNav label="Network" tabs={pages.map((page) => ({ ...page, current: page.href === current }))} />
    </div>
  )
}
