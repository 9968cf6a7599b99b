import type { ReactNode } from 'react'
import { PageHead } from '@/components/layout/page-head'
import { TabsNav } from '@/components/ui/tabs-nav'

/** Head of the two lists of governance, with the way from one to the other. */
export function GovernanceHead({
  title,
  current,
  children,
}: {
  title: string
  current: 'voting' | 'treasury'
  children: ReactNode
}) {
  return (
    <div className="pb-8">
      <PageHead title={title}>{children}</PageHead>
      <TabsNav
        label="Governance"
        tabs={[
          { href: '/voting', label: 'LIP polls', current: current === 'voting' },
          { href: '/treasury', label: 'Treasury', current: current === 'treasury' },
        ]}
      />
    </div>
  )
}
