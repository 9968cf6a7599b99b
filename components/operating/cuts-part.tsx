'use client'

import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { AmountField } from '@/components/staking/amount-field'
import { ChangeList } from '@/components/staking/change-list'
import { useDraft } from '@/hooks/use-draft'
import { cutsForm, noCutsDraft } from './cuts-model'
import { Notes, ReviewButton, reviewAs } from './form-parts'
import type { OperatorSituation } from './situation'

/** Reward cut and fee cut in percent, when they can be set, and what others would earn with them. */
export function CutsPart({ situation }: { situation: OperatorSituation }) {
  const [draft, setDraft] = useDraft(noCutsDraft)
  const form = cutsForm(situation, draft)
  const { address } = situation.view
  const { locked, sentence } = form.window
  const Lock = locked ? LockKeyhole : LockKeyholeOpen
  const enter = () => reviewAs(address, form.intent)
  return (
    <>
      <p className={`flex gap-2 text-small ${locked ? 'text-wait' : 'text-ink-quiet'}`}>
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{sentence}</span>
      </p>
      <div className="grid grid-cols-2 gap-x-4">
        <AmountField
          label="Reward cut"
          unit="%"
          value={form.rewardCut}
          onChange={(rewardCut) => setDraft({ ...draft, rewardCut })}
          onEnter={enter}
          error={form.rewardCutError}
          hint="LPT rewards you keep"
          max={null}
        />
        <AmountField
          label="Fee cut"
          unit="%"
          value={form.feeCut}
          onChange={(feeCut) => setDraft({ ...draft, feeCut })}
          onEnter={enter}
          error={form.feeCutError}
          hint="ETH fees you keep"
          max={null}
        />
      </div>
      <p className="text-small text-ink-quiet">{form.feeShare}</p>
      <ChangeList changes={form.changes} />
      {form.changes.length > 2 && (
        <p className="text-small text-ink-quiet">
          For 1,000 LPT left alone for a year, by the engine of the list: first as your calls and fees were,
          then with every reward called.
        </p>
      )}
      <Notes notes={form.notes} />
      <ReviewButton account={address} form={form} label="Review cuts" />
    </>
  )
}
