'use client'

import { type ReactNode, useState } from 'react'
import type { Address } from 'viem'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { IntentLink } from '@/components/ui/intent-link'
import { Notice } from '@/components/ui/notice'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { weiToDecimal } from '@/lib/format/decimal'
import { AmountField } from './amount-field'
import { ChangeList } from './change-list'
import { type DelegateDraft, type DelegateTarget, delegateForm } from './delegate-model'
import { StakeChoice } from './stake-choice'
import { StartRoundOffer } from './start-round'

export interface DelegatePanelProps {
  /** Orchestrator the panel delegates to; null: the visitor is sent to the list to choose one. */
  to: Address | null
  /** Name shown for `to`, when it has one. */
  name?: string | null
  target?: DelegateTarget | null
}

const noDraft: DelegateDraft = { text: '', choice: null }

/** Delegate [amount] to [orchestrator] from [wallet]: a what-if before connecting, then the real thing. */
export function DelegatePanel({ to, name = null, target = null }: DelegatePanelProps) {
  return (
    <section
      aria-label="Delegate"
      className="space-y-4 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      {to ? (
        <DelegateForm key={to} to={to} name={name} target={target} />
      ) : (
        <>
          <p className="text-figure font-semibold">Delegate LPT</p>
          <p>
            <IntentLink href="/orchestrators" className="text-accent-text underline underline-offset-4">
              Choose an orchestrator
            </IntentLink>{' '}
            to delegate to.
          </p>
        </>
      )}
    </section>
  )
}

export interface DelegateFormProps {
  to: Address
  name: string | null
  target: DelegateTarget | null
  /** About the orchestrator, under the sentence. */
  about?: ReactNode
  /** What was typed before, where the form comes back after the choice of a wallet. */
  typed?: string
  /** Opens the choice of wallets, with what is typed by then; default: over the page. */
  onConnect?: ((typed: string) => void) | undefined
}

/** The sentence that completes itself, the same in the panel of an account's page and in the sheet over a list. */
export function DelegateForm({ to, name, target, about, typed = '', onConnect }: DelegateFormProps) {
  const wallet = useWallet()
  const figures = useAccountPosition(wallet.address)
  const finished = useFinishedReviews()
  const [draft, setDraft] = useState<DelegateDraft>({ ...noDraft, text: typed })
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setDraft(noDraft)
  }
  const [account, setAccount] = useState(wallet.address)
  if (account !== wallet.address) {
    setAccount(wallet.address)
    // What was typed before connecting stays; what was meant for one account never becomes another's.
    if (account) setDraft(noDraft)
  }
  const view = figures?.state === 'known' ? figures.view : null
  const form = delegateForm({ to, name, target, wallet, view }, draft)
  const { receiver } = form
  const connected =
    wallet.status === 'connected' || wallet.status === 'wrong-chain' || wallet.status === 'loading'

  const connect = () => (onConnect ? onConnect(draft.text) : wallet.connect())
  const review = () => {
    if (!form.intent || !wallet.address) return
    const orchestratorName = receiver.name
    openReview({ kind: 'new', intent: form.intent, account: wallet.address, orchestratorName })
  }

  return (
    <>
      <p className="text-figure font-semibold text-balance">
        Delegate {draft.text && !form.amountError ? draft.text.trim() : '…'} LPT to{' '}
        <span className={receiver.name ? undefined : 'font-mono whitespace-nowrap'}>
          {receiver.name ?? shortenAddress(receiver.address)}
        </span>{' '}
        from{' '}
        {wallet.address ? (
          <span className="font-mono whitespace-nowrap">{shortenAddress(wallet.address)}</span>
        ) : (
          'your wallet'
        )}
      </p>
      {about}
      {figures?.state === 'failed' && (
        <Notice tone="wait" title={figures.reason} role="status">
          {figures.next}
        </Notice>
      )}
      {form.mode === 'elsewhere' && view && (
        <StakeChoice
          view={view}
          here={name ?? shortenAddress(to)}
          choice={draft.choice}
          onChoose={(choice) => setDraft({ ...draft, choice })}
        />
      )}
      <AmountField
        label={
          draft.choice === 'move' && form.mode === 'elsewhere'
            ? 'LPT to add from your wallet (may be 0)'
            : 'Amount'
        }
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
        onEnter={() => (connected ? review() : connect())}
        error={form.amountError}
        max={
          view && wallet.status === 'connected'
            ? {
                label: `Wallet: ${exactAmount(view.lptBalanceWei)} LPT`,
                text: weiToDecimal(view.lptBalanceWei),
                choose: () => setDraft({ ...draft, text: weiToDecimal(view.lptBalanceWei) }),
              }
            : null
        }
      />
      <ChangeList changes={form.changes} />
      {form.notes.length > 0 && (
        <ul className="space-y-1 text-small text-ink-quiet">
          {form.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {connected ? (
        <>
          <ButtonWithReason
            variant="primary"
            size="lg"
            wide
            reason={form.intent ? null : (form.reason ?? 'Reading your balance.')}
            onClick={review}
          >
            {draft.choice === 'move' && form.mode === 'elsewhere'
              ? 'Review move of stake'
              : 'Review delegation'}
          </ButtonWithReason>
          {view && <StartRoundOffer view={view} wallet={wallet} />}
        </>
      ) : (
        <>
          <Button
            variant="primary"
            size="lg"
            wide
            onClick={connect}
            aria-busy={wallet.status === 'connecting'}
          >
            Connect wallet to delegate
          </Button>
          <p className="text-small text-ink-quiet">Nothing is sent before you have reviewed it.</p>
        </>
      )}
    </>
  )
}
