'use client'

import type { MyVoteProps } from '@/components/governance/my-vote'
import { Late } from '@/components/ui/late'

const load = () => import('@/components/governance/my-vote').then(({ MyVote }) => MyVote)

/** Place of one's own vote in a row of the lists: between figures that stay where they are when it comes. */
export function MyVoteSlot(props: MyVoteProps) {
  return <Late load={load} props={props} />
}
