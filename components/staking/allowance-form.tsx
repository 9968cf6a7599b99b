'use client'

import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { openReview } from '@/hooks/review-store'
import { useWallet } from '@/hooks/use-wallet'
import type { DelegatingView } from '@/lib/data/types'
import { exactAmount } from '@/lib/format/amount'
import { allowanceObstacle } from './further-model'

/** What the staking contract may take, and taking that back; inside the owner's further actions. */
export function AllowanceForm({ view }: { view: DelegatingView }) {
  const wallet = useWallet()
  const reason = allowanceObstacle(view, wallet)
  return (
    <>
      <p className="text-small text-ink-quiet">
        The staking contract may take{' '}
        <strong className="font-medium text-ink">{exactAmount(view.allowanceWei)} LPT</strong> from this
        account without asking again. Delegating here approves exactly what it takes, so nothing of it is left
        over.
      </p>
      <ButtonWithReason
        size="sm"
        reason={reason}
        onClick={() =>
          openReview({
            kind: 'new',
            intent: { verb: 'approve', amountWei: 0n },
            account: view.address,
            orchestratorName: null,
          })
        }
      >
        Review taking it back
      </ButtonWithReason>
    </>
  )
}
