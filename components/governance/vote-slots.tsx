'use client'

import type { Address } from 'viem'
import type { TreasuryVotePanelProps } from '@/components/governance/treasury-vote-panel'
import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'

const loadTreasury = () =>
  import('@/components/governance/treasury-vote-panel').then(({ TreasuryVotePanel }) => TreasuryVotePanel)
const loadPoll = () =>
  import('@/components/governance/poll-vote-panel').then(({ PollVotePanel }) => PollVotePanel)

/** Place of the vote panel of a proposal, whose code comes after the first load. */
export function TreasuryVoteSlot(props: TreasuryVotePanelProps) {
  return <Late load={loadTreasury} props={props} fallback={<Shape />} />
}

/** Place of the vote panel of a poll. */
export function PollVoteSlot(props: { poll: Address }) {
  return <Late load={loadPoll} props={props} fallback={<Shape />} />
}

function Shape() {
  return (
    <section aria-label="Vote" className="rounded-lg bg-panel p-5 shadow-float" data-print="hide">
      <p className="text-figure font-semibold">Vote</p>
      <p className="no-js-only pt-2">
        A vote is signed by your own wallet, for which this page needs JavaScript. All figures work without
        it.
      </p>
      <div aria-hidden className="needs-js min-h-64 pt-4">
        <Skeleton ch={24} />
      </div>
    </section>
  )
}
