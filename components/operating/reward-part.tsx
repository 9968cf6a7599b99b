'use client'

import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Notes, ReviewButton } from './form-parts'
import { type RewardBy, rewardForm } from './reward-model'
import type { OperatorSituation } from './situation'

/** This round's reward: how much, until when, what is lost otherwise, and the call. */
export function RewardPart({ situation, by }: { situation: OperatorSituation; by: RewardBy }) {
  const form = rewardForm(situation, by)
  const account = situation.wallet.address ?? situation.view.address
  return (
    <>
      {form.figures.length > 0 && (
        <div className="text-small">
          <FigureLines>
            {form.figures.map(({ label, wei }) => (
              <FigureLine key={label} label={label} value={<Amount wei={wei} unit="LPT" places={4} />} />
            ))}
          </FigureLines>
        </div>
      )}
      <Notes notes={form.notes} />
      <ReviewButton account={account} form={form} label="Review reward call" variant="primary" />
    </>
  )
}
