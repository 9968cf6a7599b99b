'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Address } from 'viem'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useWallet } from '@/hooks/use-wallet'
import { AllowanceForm } from './allowance-form'
import { ClaimForm } from './claim-form'
import { TransferForm } from './transfer-form'

/** What an owner needs now and then, folded away so that the page stays calm; shown to the owner of `account` only. */
export function MorePanel({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  const bonded = view.status !== 'unbonded'
  return (
    <section aria-label="More actions" data-print="hide">
      <p className="pb-1 text-small text-ink-quiet">More actions</p>
      <div className="divide-y border-y">
        {bonded && (
          <Folded title="Give stake to another account">
            <TransferForm view={view} />
          </Folded>
        )}
        {bonded && (
          <Folded title="Claim earnings">
            <ClaimForm view={view} />
          </Folded>
        )}
        <Folded title="Allowance to stake">
          <AllowanceForm view={view} />
        </Folded>
      </div>
    </section>
  )
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex min-h-11 items-center justify-between gap-3">
        {title}
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-ink-quiet transition-transform group-open:rotate-180"
        />
      </summary>
      <section aria-label={title} className="space-y-4 pt-1 pb-5">
        {children}
      </section>
    </details>
  )
}
