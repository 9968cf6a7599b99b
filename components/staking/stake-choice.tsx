'use client'

import type { DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import type { ElsewhereChoice } from './delegate-model'

/** With stake elsewhere: move all of it here, or leave it and add to it there. Nothing is chosen for the person. */
export function StakeChoice(props: {
  view: DelegatingView
  here: string
  choice: ElsewhereChoice | null
  onChoose(choice: ElsewhereChoice): void
}) {
  const { view, here, choice, onChoose } = props
  const there = view.delegate?.name ?? shortenAddress(view.delegate?.address ?? '')
  const options: { value: ElsewhereChoice; title: string; detail: string }[] = [
    {
      value: 'move',
      title: `Move my whole stake to ${here}`,
      detail: `${exactAmount(view.pendingStakeWei)} LPT leave ${there}. A part cannot be moved.`,
    },
    {
      value: 'add-there',
      title: `Add to my stake with ${there}`,
      detail: `Nothing is delegated to ${here}.`,
    },
  ]
  return (
    <fieldset className="space-y-2">
      <legend className="mb-2 text-small">
        You have {exactAmount(view.pendingStakeWei)} LPT with {there}. An account delegates to one
        orchestrator at a time.
      </legend>
      {options.map(({ value, title, detail }) => (
        <label
          key={value}
          className="flex items-start gap-3 rounded border border-line-control p-3 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="stake-choice"
            className="mt-1.5 accent-accent"
            checked={choice === value}
            onChange={() => onChoose(value)}
          />
          <span className="font-medium">
            {title}
            <span className="block text-small font-normal text-ink-quiet">{detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
