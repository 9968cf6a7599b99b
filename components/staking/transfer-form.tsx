'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Field } from '@/components/ui/field'
import { PlainInput } from '@/components/ui/plain-input'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useWallet } from '@/hooks/use-wallet'
import type { DelegatingView } from '@/lib/data/types'
import { exactAmount } from '@/lib/format/amount'
import { weiToDecimal } from '@/lib/format/decimal'
import { AmountField } from './amount-field'
import { ChangeList } from './change-list'
import { StartRoundOffer } from './start-round'
import { receiverOf, type TransferDraft, transferForm } from './transfer-model'
import { unbondableWei } from './unbond-model'

const noDraft: TransferDraft = { amount: '', receiver: '' }

/** Gives stake to another account without unbonding it; inside the owner's further actions. */
export function TransferForm({ view }: { view: DelegatingView }) {
  const wallet = useWallet()
  const finished = useFinishedReviews()
  const [draft, setDraft] = useState(noDraft)
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setDraft(noDraft)
  }
  const receiver: Address | null = receiverOf(view, draft.receiver)
  const figures = useAccountPosition(receiver)
  const form = transferForm(view, wallet, draft, figures)
  const most = unbondableWei(view)
  const review = () => {
    if (!form.intent) return
    const orchestratorName = view.delegate?.name ?? null
    openReview({ kind: 'new', intent: form.intent, account: view.address, orchestratorName })
  }
  const { receiverNote } = form
  return (
    <>
      <p className="text-small text-ink-quiet">
        Moves stake to an account of yours, or of somebody you trust, without unbonding. Only the receiver can
        give it back.
      </p>
      <AmountField
        label="Stake to give"
        value={draft.amount}
        onChange={(amount) => setDraft({ ...draft, amount })}
        onEnter={review}
        error={form.amountError}
        max={{
          label: `Stake: ${exactAmount(most)} LPT`,
          text: weiToDecimal(most),
          choose: () => setDraft({ ...draft, amount: weiToDecimal(most) }),
        }}
      />
      <Field
        label="Account that gets it"
        error={form.receiverError}
        hint={
          receiverNote && (
            <span className={receiverNote.tone === 'wait' ? 'text-wait' : undefined}>
              {receiverNote.text}
            </span>
          )
        }
      >
        {(control) => (
          <PlainInput
            {...control}
            placeholder="0x…"
            value={draft.receiver}
            onChange={(event) => setDraft({ ...draft, receiver: event.target.value })}
          />
        )}
      </Field>
      <ChangeList changes={form.changes} />
      <ButtonWithReason wide reason={form.intent ? null : form.reason} onClick={review}>
        Review transfer of stake
      </ButtonWithReason>
      <StartRoundOffer view={view} wallet={wallet} />
    </>
  )
}
