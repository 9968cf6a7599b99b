'use client'

import type { Address } from 'viem'
import { Button, type ButtonProps } from '@/components/ui/button'
import { replaceReview } from '@/hooks/review-store'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView } from '@/lib/data/types'

/** Opens the review of starting the round, in the place of an open one that the round blocks. */
export function StartRoundButton({
  account,
  size = 'sm',
  variant = 'secondary',
}: { account: Address } & Pick<ButtonProps, 'size' | 'variant'>) {
  return (
    <Button
      size={size}
      variant={variant}
      onClick={() =>
        replaceReview({
          kind: 'new',
          intent: { verb: 'initializeRound' },
          account,
          orchestratorName: null,
        })
      }
    >
      Start the round
    </Button>
  )
}

/** The way out beside an action that the round blocks; nothing while it does not, or while the protocol is paused. */
export function StartRoundOffer({ view, wallet }: { view: DelegatingView; wallet: WalletState }) {
  if (!view.round.overdue || view.paused || wallet.status !== 'connected' || !wallet.address) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-small text-ink-quiet">
      <StartRoundButton account={wallet.address} />
      <span>Anybody can, for the network fee.</span>
    </div>
  )
}
