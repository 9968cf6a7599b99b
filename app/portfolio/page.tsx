import type { Metadata } from 'next'
import { PortfolioSlot } from '@/components/account/portfolio-slot'
import { PageHead } from '@/components/layout/page-head'

export const metadata: Metadata = {
  title: 'Portfolio',
  description: 'Stake, rewards, fees and unbonding locks of several Livepeer accounts together.',
  alternates: { canonical: '/portfolio' },
  robots: { index: false, follow: true },
}

/** The page is the same for everybody: the list of accounts is known to the visitor's browser alone. */
export default function PortfolioPage() {
  return (
    <>
      <PageHead title="Portfolio">
        Several accounts together: your own and those you watch. The list is kept in this browser only;
        figures are read through this site, which keeps no record of who looks at which account.
      </PageHead>
      <PortfolioSlot />
    </>
  )
}
