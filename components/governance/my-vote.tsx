'use client'

import { choiceWords, supportWords } from '@/components/transaction/vote-words'
import { Unknown } from '@/components/ui/unknown'
import { type AccountVotes, useAccountVotes } from '@/hooks/use-account-votes'
import { useWallet } from '@/hooks/use-wallet'

/** A poll by its address in lower case, or a proposal by its id. */
export type MyVoteProps = { kind: 'poll' | 'proposal'; id: string }

/** The connected account's vote in a row of the lists; nothing without an account. */
export function MyVote(props: MyVoteProps) {
  const { address } = useWallet()
  const votes = useAccountVotes(address)
  if (!votes) return null
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-quiet">You</dt>
      <dd className="font-medium whitespace-nowrap">
        {votes.state === 'failed' ? <Unknown reason={votes.reason} /> : wordsOf(votes, props)}
      </dd>
    </div>
  )
}

function wordsOf({ votes }: Extract<AccountVotes, { state: 'known' }>, { kind, id }: MyVoteProps): string {
  if (kind === 'poll') {
    const choice = votes.polls[id]
    return choice ? choiceWords[choice] : 'no vote'
  }
  const support = votes.proposals[id]
  return support ? supportWords[support] : 'no vote'
}
