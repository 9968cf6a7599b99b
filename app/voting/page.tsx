import type { Metadata } from 'next'
import { GovernanceHead } from '@/components/governance/governance-head'
import { ListUnknown } from '@/components/governance/list-unknown'
import { PollList } from '@/components/governance/poll-list'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { LoadedView } from '@/components/ui/loaded-view'
import { loadPolls } from '@/lib/data/polls'

export const metadata: Metadata = {
  title: 'LIP polls',
  description: 'Polls of Livepeer’s stakers on improvement proposals: state, support, quorum and time left.',
  alternates: { canonical: '/voting' },
}

export default async function VotingPage() {
  const polls = await loadPolls()
  return (
    <>
      <GovernanceHead title="LIP polls" current="voting">
        Stakers vote on Livepeer improvement proposals with the LPT they have bonded.
      </GovernanceHead>
      <LoadedView view={polls} what="The list of polls" bareFailure skeleton={<ListSkeleton rows={6} />}>
        {({ rows }, asOf) =>
          rows ? <PollList rows={rows} now={asOf.timestamp} /> : <ListUnknown what="polls" />
        }
      </LoadedView>
    </>
  )
}
