'use client'

import type { Address } from 'viem'
import { stepButton, stepForm } from '@/components/governance/next-step-model'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Notice } from '@/components/ui/notice'
import { proposalStepPath } from '@/hooks/ballot-store'
import { openReview } from '@/hooks/review-store'
import { useBallot } from '@/hooks/use-ballot'
import { useWallet } from '@/hooks/use-wallet'
import type { ProposalStepView } from '@/lib/data/authoring-types'
import type { NextStepView } from '@/lib/data/governance-types'
import { shortenAddress } from '@/lib/format/address'

export interface NextStepButtonProps {
  /** Decimal id. */
  proposal: string
  proposer: Address
  step: NextStepView['step']
}

/** Queues, executes or cancels a proposal through the review, and says why not where the account cannot. */
export function NextStepButton({ proposal, proposer, step }: NextStepButtonProps) {
  const wallet = useWallet()
  // The exact text can be long: it is asked for only when there is somebody to act.
  const known = useBallot<ProposalStepView>(wallet.address ? proposalStepPath(proposal) : null)
  const form = known?.state === 'known' ? stepForm(step, known.view, wallet) : null
  const label = stepButton[step]
  const account = wallet.address
  if (!account) {
    return (
      <div className="space-y-1">
        <Button variant="primary" onClick={wallet.connect} aria-busy={wallet.status === 'connecting'}>
          {label.connect}
        </Button>
        <p className="text-small text-ink-quiet">
          {step === 'cancel'
            ? `Only its proposer ${shortenAddress(proposer)} can cancel it.`
            : 'Nothing is sent before you have reviewed it.'}
        </p>
      </div>
    )
  }
  const review = () => {
    if (form?.intent) openReview({ kind: 'new', intent: form.intent, account, orchestratorName: null })
  }
  return (
    <div className="space-y-2">
      {known?.state === 'failed' && (
        <Notice tone="wait" title={known.reason} role="status">
          {known.next}
        </Notice>
      )}
      <ButtonWithReason
        variant="primary"
        reason={form ? form.reason : 'Reading the proposal from the chain.'}
        onClick={review}
      >
        {label.review}
      </ButtonWithReason>
    </div>
  )
}
