'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { weiToDecimal } from '@/lib/format/decimal'
import { AmountField } from './amount-field'
import { ChangeList } from './change-list'
import { StartRoundOffer } from './start-round'
import { unbondableWei, unbondForm } from './unbond-model'

/** Not a text anybody can type into the field. */
const allOfIt = '\n'

/** Unbond part or all of the stake; shown to the owner of `account` only, and only while there is stake. */
export function UnbondPanel({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  const finished = useFinishedReviews()
  const [typed, setText] = useState('')
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setText('')
  }
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  if (view.status === 'unbonded') return null

  // "Max" keeps meaning all of it while rewards arrive.
  const most = unbondableWei(view)
  const text = typed === allOfIt ? weiToDecimal(most) : typed
  const form = unbondForm(view, wallet, text)
  const review = () => {
    if (!form.intent) return
    const orchestratorName = view.delegate?.name ?? null
    openReview({ kind: 'new', intent: form.intent, account: view.address, orchestratorName })
  }
  return (
    <section aria-label="Unbond" className="space-y-4 rounded-lg bg-panel p-5 shadow-float" data-print="hide">
      <p className="text-figure font-semibold text-balance">
        Unbond {text && !form.amountError ? text.trim() : '…'} LPT from{' '}
        {view.delegate?.name ?? (
          <span className="font-mono whitespace-nowrap">
            {shortenAddress(view.delegate?.address ?? view.address)}
          </span>
        )}
      </p>
      <AmountField
        label="Amount"
        value={text}
        onChange={setText}
        onEnter={review}
        error={form.amountError}
        max={{
          label: `${most < view.pendingStakeWei ? 'In this round' : 'Stake'}: ${exactAmount(most)} LPT`,
          text: weiToDecimal(most),
          choose: () => setText(allOfIt),
        }}
      />
      <ChangeList changes={form.changes} />
      <ul className="space-y-1 text-small text-ink-quiet">
        {form.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <ButtonWithReason
        variant="secondary"
        size="lg"
        wide
        reason={form.intent ? null : form.reason}
        onClick={review}
      >
        Review unbonding
      </ButtonWithReason>
      <StartRoundOffer view={view} wallet={wallet} />
    </section>
  )
}
