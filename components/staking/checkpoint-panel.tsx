'use client'

import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Notice } from '@/components/ui/notice'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'
import { missingRecords, signingObstacle } from './further-model'

/**
 * Records a stake for voting where that has never happened, which is so for accounts that have not acted since voting power began
 * (contracts.md 7). Shown to the owner of the stake, for itself and for its orchestrator, without which it does not count either.
 */
export function CheckpointPanel({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  const view = figures?.state === 'known' ? figures.view : null
  const theirs = useAccountPosition(view?.delegate?.address ?? null)
  if (!view) return null
  const missing = missingRecords(view, theirs?.state === 'known' ? theirs.view : null)
  if (missing.length === 0) return null
  const who = view.delegate?.name ?? shortenAddress(view.delegate?.address ?? '')
  const reason = signingObstacle(wallet)
  const review = (of: Address) =>
    openReview({
      kind: 'new',
      intent: { verb: 'checkpointBondingState', of },
      account: view.address,
      orchestratorName: view.delegate?.name ?? null,
    })
  return (
    <section aria-label="Record for voting" data-print="hide">
      <Notice tone="wait" title="This stake does not count in treasury votes yet">
        <p>
          Votes count what has been recorded once since voting began.{' '}
          {missing.length === 2
            ? `Neither your stake nor that of ${who}, through which it counts, has been.`
            : missing[0] === 'own'
              ? 'Your stake has not been; any staking action does it too.'
              : `The stake of ${who}, through which yours counts, has not been.`}{' '}
          It moves nothing and counts from the next round on.
        </p>
        <div className="space-y-2 pt-2">
          {missing.includes('own') && (
            <ButtonWithReason size="sm" reason={reason} onClick={() => review(view.address)}>
              Record my stake for voting
            </ButtonWithReason>
          )}
          {missing.includes('orchestrator') && view.delegate && (
            <ButtonWithReason
              size="sm"
              reason={reason}
              onClick={() => view.delegate && review(view.delegate.address)}
            >
              Record the stake of {who}
            </ButtonWithReason>
          )}
        </div>
      </Notice>
    </section>
  )
}
