import type { Metadata } from 'next'
import { BackHead } from '@/components/governance/back-head'
import { ProposeSlot } from '@/components/governance/propose-slot'
import { ProposingTerms } from '@/components/governance/proposing-terms'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { loadProposing } from '@/lib/data/proposing'
import { loadPublicConfig } from '@/lib/network/load-public-config'

export const metadata: Metadata = {
  title: 'New treasury proposal',
  description:
    'Write a proposal to Livepeer’s treasury: what it says, what it pays, what it would do if it were carried out now.',
  alternates: { canonical: '/treasury/create-proposal' },
  robots: { index: false, follow: true },
}

/** The page is the same for everybody: drafts and power are the visitor's own, in the browser. */
export default async function CreateProposalPage() {
  const [proposing, { explorerUrl }] = await Promise.all([loadProposing(), loadPublicConfig()])
  return (
    <>
      <BackHead back={{ href: '/treasury', label: 'Treasury' }} title="New treasury proposal">
        Say what it is for and what it pays. It is tried out before anything is sent; then stakers vote on it.
      </BackHead>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <aside aria-label="Terms" className="self-start lg:sticky lg:top-20 lg:col-start-2 lg:row-start-1">
          <Panel title="What it takes">
            <LoadedView
              view={proposing}
              what="The rules of proposing"
              bareFailure
              skeleton={<Skeleton ch={30} />}
            >
              {(value) => <ProposingTerms proposing={value} />}
            </LoadedView>
          </Panel>
        </aside>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <ProposeSlot explorerUrl={explorerUrl} />
        </div>
      </div>
    </>
  )
}
