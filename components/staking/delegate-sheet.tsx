'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { IntentLink } from '@/components/ui/intent-link'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { openWallet } from '@/components/wallet/load-wallet'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { type OrchestratorFigures, useOrchestrator } from '@/hooks/use-orchestrator'
import { useReview } from '@/hooks/use-review'
import { useWallet } from '@/hooks/use-wallet'
import { DelegateForm } from './delegate-panel'
import { orchestratorLine, targetOf } from './delegate-sheet-words'

export interface DelegateSheetProps {
  to: Address
  name: string | null
  onClose(): void
  /** Gives the focus back to the link that opened it. */
  onGone(): void
}

/**
 * Delegation over a list or a comparison: the form of the account pages in a sheet. It steps aside for the choice of wallets and
 * for the review, which are sheets themselves, and is gone once its action is mined.
 */
export function DelegateSheet({ to, name, onClose, onGone }: DelegateSheetProps) {
  const figures = useOrchestrator(to)
  const { address } = useWallet()
  const reviewing = useReview() !== null
  const finished = useFinishedReviews()
  const [openedAt] = useState(finished)
  const [typed, setTyped] = useState('')
  /** Gone for the choice of wallets until an account is there. */
  const [away, setAway] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const closes = finished !== openedAt && !reviewing
  const [closed, setClosed] = useState(false)
  if (closes && !closed) setClosed(true)
  if (away && address) setAway(false)

  const connect = async (text: string) => {
    setTyped(text)
    setProblem(null)
    setAway(true)
    const reason = await openWallet()
    if (!reason) return
    setProblem(reason)
    setAway(false)
  }

  return (
    <Sheet
      open={!away && !closed}
      onOpenChange={onClose}
      onGone={() => {
        if (away) return
        onGone()
        if (closed) onClose()
      }}
      veiled={reviewing}
      title="Delegate"
      description="Nothing is sent before you have reviewed it."
    >
      <div className="space-y-4">
        {problem && (
          <Notice tone="wait" role="alert" title={problem}>
            Install or unlock a wallet, then try again.
          </Notice>
        )}
        <DelegateForm
          to={to}
          name={name ?? (figures.state === 'known' ? figures.view.name : null)}
          target={targetOf(figures)}
          about={<Who to={to} figures={figures} />}
          typed={typed}
          onConnect={(text) => void connect(text)}
        />
      </div>
    </Sheet>
  )
}

/** Who gets the stake, in a line, with the way to all figures. */
function Who({ to, figures }: { to: Address; figures: OrchestratorFigures }) {
  return (
    <p className="text-small text-ink-quiet">
      {figures.state === 'loading' && <Skeleton ch={40} />}
      {figures.state === 'known' && orchestratorLine(figures.view)}
      {figures.state === 'failed' && `${figures.reason} ${figures.next}`}{' '}
      <IntentLink
        href={`/accounts/${to.toLowerCase()}/orchestrating`}
        className="whitespace-nowrap text-ink underline underline-offset-4"
      >
        All figures
      </IntentLink>
    </p>
  )
}
