'use client'

import { useState } from 'react'
import {
  reasonLimit,
  type TreasuryVoteDraft,
  treasuryVoteForm,
} from '@/components/governance/treasury-vote-model'
import {
  ConnectToVote,
  PowerLines,
  SideChoice,
  VoteEffectTable,
  VoteNotes,
  VotePanelFrame,
  WeightlessNotice,
} from '@/components/governance/vote-form-parts'
import { supportWords } from '@/components/transaction/vote-words'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { treasuryBallotPath } from '@/hooks/ballot-store'
import { openReview } from '@/hooks/review-store'
import { useBallot } from '@/hooks/use-ballot'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useWallet } from '@/hooks/use-wallet'
import type { TreasuryBallotView } from '@/lib/data/governance-types'
import { formatInteger } from '@/lib/format/number'
import type { TreasurySupport } from '@/lib/protocol/treasury-vote'

export interface TreasuryVotePanelProps {
  /** Decimal id. */
  proposal: string
  /** Voting has not opened: the panel then shows the power and when. */
  pending: boolean
}

const noDraft: TreasuryVoteDraft = { support: null, reason: '' }
const options = [
  { value: 'for', side: 'for' },
  { value: 'against', side: 'against' },
  { value: 'abstain', side: 'abstain' },
] as const

/** Vote for, against or abstain with a reason: a choice first, then the power it has, then the review. */
export function TreasuryVotePanel({ proposal, pending }: TreasuryVotePanelProps) {
  const wallet = useWallet()
  const ballot = useBallot<TreasuryBallotView>(
    wallet.address ? treasuryBallotPath(proposal, wallet.address) : null,
  )
  const finished = useFinishedReviews()
  const [draft, setDraft] = useState(noDraft)
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setDraft(noDraft)
  }
  const form = ballot?.state === 'known' ? treasuryVoteForm(ballot.view, wallet, draft) : null
  const closed = pending || (form?.voted !== undefined && form?.voted !== null)
  const review = () => {
    if (form?.intent && wallet.address)
      openReview({ kind: 'new', intent: form.intent, account: wallet.address, orchestratorName: null })
  }
  return (
    <VotePanelFrame
      title={
        form?.voted ??
        (pending
          ? 'Voting has not opened'
          : `Vote ${draft.support ? `“${supportWords[draft.support]}”` : '…'}`)
      }
    >
      {!closed && (
        <SideChoice<TreasurySupport>
          legend="Your vote on this proposal"
          options={options}
          chosen={draft.support}
          onChoose={(support) => setDraft({ ...draft, support })}
        />
      )}
      {!closed && (
        <Field
          label="Reason (optional)"
          hint="Public, and on chain for good."
          aside={
            draft.reason.length > 0 &&
            `${formatInteger(draft.reason.length)} of ${formatInteger(reasonLimit)}`
          }
          error={draft.reason.length > reasonLimit ? 'This is too long.' : null}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              value={draft.reason}
              onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
              className="w-full rounded border border-line-control bg-panel px-3 py-2 text-body text-ink aria-invalid:border-loss"
            />
          )}
        </Field>
      )}
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
        <ConnectToVote
          pending={pending}
          connecting={wallet.status === 'connecting'}
          onConnect={wallet.connect}
        />
      ) : (
        !closed && (
          <ButtonWithReason
            variant="primary"
            size="lg"
            wide
            reason={form ? form.reason : 'Reading your voting power.'}
            onClick={review}
          >
            Review vote
          </ButtonWithReason>
        )
      )}
      <p className="text-small text-ink-quiet">
        {pending && form?.reason
          ? form.reason
          : 'One vote for each account. It is final and cannot be changed.'}
      </p>
    </VotePanelFrame>
  )
}
