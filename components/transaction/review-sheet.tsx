'use client'

import { StartRoundButton } from '@/components/staking/start-round'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { refreshAccount } from '@/hooks/account-store'
import { closeReview, giveFocusBack, type ReviewRequest } from '@/hooks/review-store'
import { sameAddress, ZERO_ADDRESS } from '@/lib/protocol/types'
import { refusalWords } from '@/lib/transaction/wording'
import { CopyReport } from './copy-report'
import { FlowSheet } from './flow-sheet'
import { intentTitle, nameWith } from './plan-words'
import { useReviewSession } from './use-review-session'

/** Address of the orchestrator that a request names. */
function orchestratorOf(request: ReviewRequest): string | null {
  const intent = request.kind === 'new' ? request.intent : request.flow.plan.intent
  if (intent.verb === 'claimStake') {
    return sameAddress(intent.newDelegate, ZERO_ADDRESS) ? intent.delegate : intent.newDelegate
  }
  return 'to' in intent ? intent.to : null
}

/** The review of one action, from opening to its result. Full height on phones. */
export function ReviewSheet({ request }: { request: ReviewRequest }) {
  const { review, again } = useReviewSession(request)
  const nameOf = nameWith(orchestratorOf(request), request.orchestratorName)
  if (review.state === 'open') {
    return <FlowSheet request={request} session={review.session} plan={review.plan} nameOf={nameOf} />
  }
  const intent = request.kind === 'new' ? request.intent : request.flow.plan.intent
  const close = () => {
    // What looked possible on the page is not: its figures are old.
    if (review.state === 'refused') refreshAccount(request.account)
    closeReview()
  }
  return (
    <Sheet
      open
      onOpenChange={close}
      onGone={giveFocusBack}
      title={intentTitle(intent)}
      description="Nothing is sent before you confirm in your wallet."
      footer={
        review.state !== 'opening' && (
          <div className="flex gap-3">
            <Button size="lg" wide onClick={close}>
              Close
            </Button>
            <Button size="lg" variant="primary" wide onClick={again}>
              Check again
            </Button>
          </div>
        )
      }
    >
      {review.state === 'opening' && (
        <div className="space-y-4" role="status" aria-label="Reading the figures from the chain">
          <p className="text-small text-ink-quiet">Reading the figures from the chain…</p>
          {[36, 30, 40, 24].map((ch) => (
            <p key={ch}>
              <Skeleton ch={ch} />
            </p>
          ))}
        </div>
      )}
      {review.state === 'failed' && (
        <Notice tone="loss" role="alert" title={review.reason}>
          {review.next}
          <CopyReport
            text={[intentTitle(intent), review.reason, review.next, review.detail].filter(Boolean).join('\n')}
          />
        </Notice>
      )}
      {review.state === 'refused' && (
        <div className="space-y-3" role="alert">
          {review.refusals.map((refusal) => {
            const { reason, next } = refusalWords(refusal, nameOf)
            return (
              <Notice key={refusal.code} tone="wait" title={reason}>
                {next}
                {refusal.code === 'round-not-initialized' && (
                  <div className="pt-2">
                    <StartRoundButton account={request.account} />
                  </div>
                )}
              </Notice>
            )
          })}
        </div>
      )}
    </Sheet>
  )
}
