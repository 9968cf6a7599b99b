'use client'

import { useId } from 'react'
import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useWallet } from '@/hooks/use-wallet'
import { formatInteger } from '@/lib/format/number'
import type { Intent } from '@/lib/transaction/types'
import { RebondFromUnbonded } from './rebond-from-unbonded'
import { stakingObstacle } from './unbond-model'

export interface LockActionsProps {
  account: Address
  lockId: number
  /** Wei of LPT as a decimal string. */
  amountWei: string
  withdrawRound: number
  currentRound: number
}

/** Withdraw and rebond of one unbonding lock; shown to the owner of `account` only. */
export function LockActions({ account, lockId, withdrawRound, currentRound }: LockActionsProps) {
  const noteId = useId()
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  if (!view.locks.some((lock) => lock.id === lockId)) {
    return <p className="text-small text-ink-quiet">Used by your last transaction.</p>
  }

  const round = Math.max(currentRound, view.round.number)
  const obstacle = stakingObstacle(view, wallet)
  const wait = withdrawRound > round ? `Withdrawable from round ${formatInteger(withdrawRound)} on.` : null
  // Both controls have the same obstacle: it is said once.
  const said = obstacle ?? wait
  const review = (intent: Intent) =>
    openReview({ kind: 'new', intent, account: view.address, orchestratorName: view.delegate?.name ?? null })

  return (
    <div className="flex flex-wrap items-start gap-2 sm:max-w-72" data-print="hide">
      <ButtonWithReason
        size="sm"
        variant={wait ? 'secondary' : 'primary'}
        reason={said}
        saidAt={noteId}
        onClick={() => review({ verb: 'withdrawStake', lockId: BigInt(lockId) })}
      >
        Withdraw
      </ButtonWithReason>
      {view.status === 'unbonded' ? (
        <RebondFromUnbonded
          obstacle={obstacle}
          saidAt={noteId}
          onReview={(to) => review({ verb: 'rebondFromUnbonded', lockId: BigInt(lockId), to })}
        />
      ) : (
        <ButtonWithReason
          size="sm"
          reason={obstacle}
          saidAt={noteId}
          onClick={() => review({ verb: 'rebond', lockId: BigInt(lockId) })}
        >
          Rebond
        </ButtonWithReason>
      )}
      {said && (
        <p id={noteId} className="basis-full text-small text-ink-quiet">
          {said}
        </p>
      )}
    </div>
  )
}
