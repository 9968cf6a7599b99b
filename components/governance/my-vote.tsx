'use client'

import type { ReactNode } from 'react'
import { choiceWords, supportWords } from '@/components/transaction/vote-words'
import { Unknown } from '@/components/ui/unknown'
import { useAccountVotes } from '@/hooks/use-account-votes'
import { useWallet } from '@/hooks/use-wallet'
import type { AccountVotesView } from '@/lib/data/account-votes'
import { shortenAddress } from '@/lib/format/address'

/** A poll by its address in lower case, or a proposal by its id; whether votes are still taken. */
export type MyVoteProps = { kind: 'poll' | 'proposal'; id: string; open: boolean }

/** The connected account's vote in a row of the lists, else in brackets its orchestrator's; nothing without an account. */
export function MyVote(props: MyVoteProps) {
  const { address } = useWallet()
  const votes = useAccountVotes(address)
  if (!votes) return null
  if (votes.state === 'failed')
    return (
      <Mine>
        <Unknown reason={votes.reason} />
      </Mine>
    )
  const { orchestrator, ...own } = votes.votes
  const mine = wordsOf(own, props)
  // Of a closed one it is not known here with whom the stake was then.
  const theirs = mine === null && props.open && orchestrator ? wordsOf(orchestrator, props) : null
  if (theirs === null || !orchestrator) return <Mine>{mine ?? 'no vote'}</Mine>
  return (
    <Mine
      title={`You have not voted; your orchestrator ${shortenAddress(orchestrator.address)} voted ${theirs}`}
    >
      <span className="font-normal">
        ({theirs}
        <span className="sr-only"> by your orchestrator, not by you</span>)
      </span>
    </Mine>
  )
}

function Mine({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="flex gap-1.5" title={title}>
      <dt className="text-ink-quiet">You</dt>
      <dd className="font-medium whitespace-nowrap">{children}</dd>
    </div>
  )
}

function wordsOf(
  { polls, proposals }: Pick<AccountVotesView, 'polls' | 'proposals'>,
  { kind, id }: MyVoteProps,
): string | null {
  if (kind === 'poll') {
    const choice = polls[id]
    return choice ? choiceWords[choice] : null
  }
  const support = proposals[id]
  return support ? supportWords[support] : null
}
