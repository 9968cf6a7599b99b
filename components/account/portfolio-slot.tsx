'use client'

import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'

const load = () => import('@/components/account/portfolio').then(({ Portfolio }) => Portfolio)

/** Place of the portfolio, whose code comes after the first load; without script, what it would need. */
export function PortfolioSlot() {
  return (
    <>
      <p className="no-js-only border-y py-8 text-ink-quiet">
        The list of watched accounts is kept by JavaScript in this browser, so this page needs it. The pages
        of single accounts work without.
      </p>
      <div className="needs-js min-h-96">
        <Late load={load} props={{}} fallback={<Skeleton ch={32} />} />
      </div>
    </>
  )
}
