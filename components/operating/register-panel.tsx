'use client'

import { AmountField } from '@/components/staking/amount-field'
import { ChangeList } from '@/components/staking/change-list'
import { Notice } from '@/components/ui/notice'
import { useDraft } from '@/hooks/use-draft'
import { exactAmount } from '@/lib/format/amount'
import { weiToDecimal } from '@/lib/format/decimal'
import { Notes, ReviewButton, reviewAs } from './form-parts'
import { type RegisterSituation, registerForm } from './register-model'

const steps = [
  ['Bond LPT to yourself.', 'This registers you.'],
  ['Set your cuts.', 'What you keep of rewards and fees.'],
  ['Publish your service address.', 'Where gateways find your node.'],
  ['Call reward once in every round.', 'Or name an account that does.'],
] as const

/** The way to become an orchestrator: what it takes, and its first step. */
export function RegisterPanel({ situation }: { situation: RegisterSituation }) {
  const [text, setText] = useDraft('')
  const form = registerForm(situation, text)
  const { account, view } = situation
  return (
    <div className="space-y-4">
      <p className="text-figure font-semibold text-balance">
        Register with {text && !form.amountError ? text.trim() : '…'} LPT of your own
      </p>
      <ol className="list-decimal space-y-1.5 pl-5 text-small marker:text-ink-quiet">
        {steps.map(([what, why]) => (
          <li key={what}>
            {what} <span className="text-ink-quiet">{why}</span>
          </li>
        ))}
      </ol>
      {form.movesWei > 0n && (
        <Notice tone="wait" title="Your whole stake moves to yourself">
          {exactAmount(form.movesWei)} LPT leave the orchestrator you delegate to. A part cannot be moved.
        </Notice>
      )}
      <AmountField
        label={form.movesWei > 0n ? 'LPT to add from your wallet (may be 0)' : 'Amount'}
        value={text}
        onChange={setText}
        onEnter={() => reviewAs(view.address, form.intent)}
        error={form.amountError}
        max={{
          label: `Wallet: ${exactAmount(account.lptBalanceWei)} LPT`,
          text: weiToDecimal(account.lptBalanceWei),
          choose: () => setText(weiToDecimal(account.lptBalanceWei)),
        }}
      />
      <p className={`text-small ${form.entry.tone === 'good' ? 'text-accent-text' : 'text-ink'}`}>
        {form.entry.sentence}
      </p>
      <ChangeList changes={form.changes} />
      <Notes notes={form.notes} />
      <ReviewButton account={view.address} form={form} label="Review registration" variant="primary" />
    </div>
  )
}
