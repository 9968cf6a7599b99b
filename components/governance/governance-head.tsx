import type { ReactNode } from 'react'
import { PageHead } from '@/components/layout/page-head'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { TabsNav } from '@/components/ui/tabs-nav'

/** The page on which a new one is written. */
const create = {
  voting: { href: '/voting/create-poll', label: 'New poll' },
  treasury: { href: '/treasury/create-proposal', label: 'New proposal' },
} as const

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
      <PageHead
        title={title}
        aside={
          <IntentLink href={create[current].href} className={buttonClasses()} data-print="hide">
            {create[current].label}
          </IntentLink>
        }
      >
        {children}
      </PageHead>
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
