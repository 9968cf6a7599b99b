'use client'

import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useWallet } from '@/hooks/use-wallet'
import { exactAmount } from '@/lib/format/amount'
import { claimObstacle } from './fees-model'
import { StartRoundOffer } from './start-round'

/** Claim earnings by themselves: never needed, and said so. Shown to the owner of a stake only. */
export function ClaimPanel({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  if (view.status === 'unbonded') return null
  const fees = view.pendingFeesWei > view.storedFeesWei ? view.pendingFeesWei - view.storedFeesWei : 0n
  const obstacle = claimObstacle(view, wallet)
  const review = () =>
    openReview({
      kind: 'new',
      intent: { verb: 'claimEarnings' },
      account: view.address,
      orchestratorName: view.delegate?.name ?? null,
    })
  return (
    <section aria-label="Claim earnings" className="space-y-3 rounded-lg border p-5" data-print="hide">
      <p className="font-semibold">Claim earnings</p>
      <p className="text-small text-ink-quiet">
        Never needed: what you earn counts as stake and fees from the moment it is earned, and every staking
        action claims it on the way. Unclaimed now: {exactAmount(view.pendingRewardsWei)} LPT and{' '}
        {exactAmount(fees)} ETH.
      </p>
      <ButtonWithReason size="sm" reason={obstacle} onClick={review}>
        Review claim
      </ButtonWithReason>
      <StartRoundOffer view={view} wallet={wallet} />
    </section>
  )
}
