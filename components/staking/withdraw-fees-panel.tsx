'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Field } from '@/components/ui/field'
import { PlainInput } from '@/components/ui/plain-input'
import { openReview } from '@/hooks/review-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useHasCode } from '@/hooks/use-has-code'
import { useWallet } from '@/hooks/use-wallet'
import { exactAmount } from '@/lib/format/amount'
import { weiToDecimal } from '@/lib/format/decimal'
import { AmountField } from './amount-field'
import { ChangeList } from './change-list'
import { type FeesDraft, feesForm, recipientAddress, withdrawableFees } from './fees-model'
import { StartRoundOffer } from './start-round'

/** What is special about a contract as recipient; the review tries the payment as it would run. */
const contractHint =
  'This is a contract, and the protocol sends ETH with very little gas. The review tries whether it arrives. If not, enter an account with a key of its own.'

const noDraft: FeesDraft = { amount: '', recipient: '' }

/** Pay out earned fees, to the account itself or to another; shown to its owner only, and only while there are fees. */
export function WithdrawFeesPanel({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountPosition(own ? account : null)
  const finished = useFinishedReviews()
  const [draft, setDraft] = useState(noDraft)
  const payee = own ? recipientAddress(draft.recipient, account) : null
  const paysContract = useHasCode(payee)
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setDraft(noDraft)
  }
  if (!own || figures?.state !== 'known') return null
  const { view } = figures
  const limit = withdrawableFees(view)
  if (limit === 0n) return null

  const form = feesForm(view, wallet, draft)
  const review = () => {
    if (form.intent)
      openReview({ kind: 'new', intent: form.intent, account: view.address, orchestratorName: null })
  }
  return (
    <section
      aria-label="Withdraw fees"
      className="space-y-4 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      <p className="text-figure font-semibold text-balance">
        Withdraw {draft.amount && !form.amountError ? draft.amount.trim() : '…'} ETH of fees
      </p>
      <AmountField
        label="Amount"
        unit="ETH"
        value={draft.amount}
        onChange={(amount) => setDraft({ ...draft, amount })}
        onEnter={review}
        error={form.amountError}
        max={{
          label: `Fees: ${exactAmount(limit)} ETH`,
          text: weiToDecimal(limit),
          choose: () => setDraft({ ...draft, amount: weiToDecimal(limit) }),
        }}
      />
      <Field
        label="Recipient (this account unless you enter one)"
        error={form.recipientError}
        hint={paysContract ? contractHint : undefined}
      >
        {(control) => (
          <PlainInput
            {...control}
            placeholder={view.address}
            value={draft.recipient}
            onChange={(event) => setDraft({ ...draft, recipient: event.target.value })}
          />
        )}
      </Field>
      <ChangeList changes={form.changes} />
      <ButtonWithReason size="lg" wide reason={form.intent ? null : form.reason} onClick={review}>
        Review withdrawal of fees
      </ButtonWithReason>
      <StartRoundOffer view={view} wallet={wallet} />
    </section>
  )
}
