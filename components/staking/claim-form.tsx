'use client'

import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { openReview } from '@/hooks/review-store'
import { useWallet } from '@/hooks/use-wallet'
import type { DelegatingView } from '@/lib/data/types'
import { exactAmount } from '@/lib/format/amount'
import { claimObstacle } from './fees-model'
import { StartRoundOffer } from './start-round'

/** Claim earnings by themselves: never needed, and said so; inside the owner's further actions. */
export function ClaimForm({ view }: { view: DelegatingView }) {
  const wallet = useWallet()
  const fees = view.pendingFeesWei > view.storedFeesWei ? view.pendingFeesWei - view.storedFeesWei : 0n
  const review = () =>
    openReview({
      kind: 'new',
      intent: { verb: 'claimEarnings' },
      account: view.address,
      orchestratorName: view.delegate?.name ?? null,
    })
  return (
    <>
      <p className="text-small text-ink-quiet">
        Never needed: what you earn counts as stake and fees from the moment it is earned, and every staking
        action claims it on the way. Unclaimed now: {exactAmount(view.pendingRewardsWei)} LPT and{' '}
        {exactAmount(fees)} ETH.
      </p>
      <ButtonWithReason size="sm" reason={claimObstacle(view, wallet)} onClick={review}>
        Review claim
      </ButtonWithReason>
      <StartRoundOffer view={view} wallet={wallet} />
    </>
  )
}
