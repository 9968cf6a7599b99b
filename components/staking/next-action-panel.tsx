'use client'

import type { Address } from 'viem'
import { buttonClasses } from '@/components/ui/button'
import { NextActionControl } from '@/components/wallet/next-action-control'
import { summarisePosition } from '@/components/wallet/position-summary'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useVotesWaiting } from '@/hooks/use-votes-waiting'
import { useWallet } from '@/hooks/use-wallet'

/** The one thing to do next, beside the state of the stake on the owner's page: the same as in the position strip. */
export function NextActionPanel({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  const votes = useVotesWaiting(own ? account : null)
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  const { next } = summarisePosition(view, votes)
  if (!next) return null
  return (
    <section aria-label="Next" className="flex items-center gap-4">
      <p className="max-w-52 text-right text-small text-ink-quiet max-xl:hidden">{next.reason}</p>
      <NextActionControl
        action={next}
        orchestratorName={view.delegate?.name ?? null}
        className={buttonClasses({ variant: 'primary' })}
      />
    </section>
  )
}
