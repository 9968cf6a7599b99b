'use client'

import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { openReview } from '@/hooks/review-store'
import { useWallet } from '@/hooks/use-wallet'

/** Starts an overdue round from the overview: anybody may, with any account that can pay the network fee. */
export function StartRoundPanel() {
  const wallet = useWallet()
  const { status, address } = wallet
  const start = () => {
    if (address) {
      openReview({
        kind: 'new',
        intent: { verb: 'initializeRound' },
        account: address,
        orchestratorName: null,
      })
    }
  }
  const reason =
    status === 'wrong-chain'
      ? 'Your wallet is on another network. Switch it first.'
      : status === 'loading'
        ? 'Waiting for your wallet.'
        : null
  return (
    <div className="space-y-1">
      {address ? (
        <ButtonWithReason variant="primary" reason={reason} onClick={start}>
          Start the round
        </ButtonWithReason>
      ) : (
        <Button onClick={wallet.connect} aria-busy={status === 'connecting'}>
          Connect wallet to start the round
        </Button>
      )}
      <p className="text-small text-ink-quiet">
        Anybody can start it, for the network fee. It moves no stake.
      </p>
    </div>
  )
}
