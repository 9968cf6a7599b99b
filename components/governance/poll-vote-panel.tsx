'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { pollVoteForm } from '@/components/governance/poll-vote-model'
import {
  ConnectToVote,
  PowerLines,
  SideChoice,
  VoteEffectTable,
  VoteNotes,
  VotePanelFrame,
  WeightlessNotice,
} from '@/components/governance/vote-form-parts'
import { choiceWords } from '@/components/transaction/vote-words'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Notice } from '@/components/ui/notice'
import { pollBallotPath } from '@/hooks/ballot-store'
import { openReview } from '@/hooks/review-store'
import { useBallot } from '@/hooks/use-ballot'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useWallet } from '@/hooks/use-wallet'
import type { PollBallotView } from '@/lib/data/governance-types'
import type { PollChoice } from '@/lib/protocol/poll-tally'

const options = [
  { value: 'yes', side: 'for' },
  { value: 'no', side: 'against' },
] as const

/** Vote for or against a LIP, and change one's mind until the poll closes. */
export function PollVotePanel({ poll }: { poll: Address }) {
  const wallet = useWallet()
  const ballot = useBallot<PollBallotView>(wallet.address ? pollBallotPath(poll, wallet.address) : null)
  const finished = useFinishedReviews()
  const [choice, setChoice] = useState<PollChoice | null>(null)
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setChoice(null)
  }
  const form = ballot?.state === 'known' ? pollVoteForm(ballot.view, wallet, choice) : null
  const review = () => {
    if (form?.intent && wallet.address)
      openReview({ kind: 'new', intent: form.intent, account: wallet.address, orchestratorName: null })
  }
  return (
    <VotePanelFrame title={choice === null ? (form?.voted ?? 'Vote …') : `Vote “${choiceWords[choice]}”`}>
      <SideChoice<PollChoice>
        legend="Your vote in this poll"
        options={options}
        chosen={choice}
        onChoose={setChoice}
      />
      {ballot?.state === 'failed' && (
        <Notice tone="wait" title={ballot.reason} role="status">
          {ballot.next}
        </Notice>
      )}
      {form && <PowerLines lines={form.power} />}
      {form && <WeightlessNotice what={form.weightless} wallet={wallet} />}
      {form && <VoteNotes notes={form.notes} />}
      {form && <VoteEffectTable effect={form.effect} />}
      {!wallet.address ? (
        <ConnectToVote connecting={wallet.status === 'connecting'} onConnect={wallet.connect} />
      ) : (
        <ButtonWithReason
          variant="primary"
          size="lg"
          wide
          reason={form ? form.reason : 'Reading your stake.'}
          onClick={review}
        >
          {form?.voted ? 'Review change of vote' : 'Review vote'}
        </ButtonWithReason>
      )}
      <p className="text-small text-ink-quiet">
        You can change your vote until the poll closes; the last one counts. A poll binds nobody: it tells
        those who change the protocol what stakers want.
      </p>
    </VotePanelFrame>
  )
}
