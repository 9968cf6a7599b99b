'use client'

import { useId } from 'react'
import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { withdrawIntent } from '@/components/wallet/next-action'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useWallet } from '@/hooks/use-wallet'
import { exactAmount } from '@/lib/format/amount'
import { countOf } from '@/lib/format/number'
import type { Intent } from '@/lib/transaction/types'
import { lockSeries } from './further-model'
import { RebondFromUnbonded } from './rebond-from-unbonded'
import { StartRoundOffer } from './start-round'

/** Withdraw all that is ready, or rebond all, one transaction a lock; shown to the owner where there are several. */
export function LockSeriesActions({ account }: { account: Address }) {
  const noteId = useId()
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  const { readyIds, readyWei, allIds, allWei, obstacle } = lockSeries(view, wallet)
  if (allIds.length < 2) return <StartRoundOffer view={view} wallet={wallet} />
  const review = (intent: Intent | null) => {
    if (!intent) return
    const orchestratorName = view.delegate?.name ?? null
    openReview({ kind: 'new', intent, account: view.address, orchestratorName })
  }
  const rebondAll = (to: Address) => review({ verb: 'rebondLocks', lockIds: allIds.map(BigInt), to })
  return (
    <section aria-label="All locks" className="space-y-3" data-print="hide">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        {readyIds.length > 1 && (
          <ButtonWithReason
            size="sm"
            reason={obstacle}
            saidAt={noteId}
            title={`${exactAmount(readyWei)} LPT from ${countOf(readyIds.length, 'lock')}`}
            onClick={() => review(withdrawIntent(readyIds))}
          >
            Withdraw all ready
          </ButtonWithReason>
        )}
        {view.status === 'unbonded' ? (
          <RebondFromUnbonded label="Rebond all" obstacle={obstacle} saidAt={noteId} onReview={rebondAll} />
        ) : (
          <ButtonWithReason
            size="sm"
            reason={obstacle}
            saidAt={noteId}
            title={`${exactAmount(allWei)} LPT from ${countOf(allIds.length, 'lock')}`}
            onClick={() => view.delegate && rebondAll(view.delegate.address)}
          >
            Rebond all
          </ButtonWithReason>
        )}
      </div>
      <p id={noteId} className="text-small text-ink-quiet">
        {obstacle ??
          'One transaction a lock: your wallet asks for each. What is left open can be taken up again later.'}
      </p>
      <StartRoundOffer view={view} wallet={wallet} />
    </section>
  )
}
