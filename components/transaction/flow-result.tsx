import { Check } from 'lucide-react'
import { ChangeList } from '@/components/staking/change-list'
import { shortenHash } from '@/lib/format/address'
import { formatInteger } from '@/lib/format/number'
import type { FlowState } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import { planChanges } from './plan-changes'
import { resultSentence } from './plan-words'

export interface FlowResultProps {
  state: FlowState
  explorerUrl: string | null
  nameOf: NameOf
}

/** What really happened, read from the events of the mined transactions. */
export function FlowResult({ state, explorerUrl, nameOf }: FlowResultProps) {
  if (state.stage === 'draft') return null
  const sentence = resultSentence(
    state.plan,
    state.done.map(({ outcome }) => outcome),
    nameOf,
  )
  return (
    <div className="space-y-6">
      {sentence && (
        <p className="flex gap-3 text-figure font-semibold">
          <Check aria-hidden className="mt-1 size-5 shrink-0 text-accent-text" />
          {sentence}
        </p>
      )}
      <ChangeList changes={planChanges(state.plan, nameOf)} />
      <ul className="space-y-1 text-small text-ink-quiet">
        {state.done.map(({ hash, block }) => (
          <li key={hash}>
            Transaction{' '}
            {explorerUrl ? (
              <a
                href={`${explorerUrl}/tx/${hash}`}
                target="_blank"
                rel="noreferrer"
                className="font-mono text-accent-text underline underline-offset-4"
              >
                {shortenHash(hash)}
              </a>
            ) : (
              <span className="font-mono" title={hash}>
                {shortenHash(hash)}
              </span>
            )}{' '}
            in block {formatInteger(block)}
          </li>
        ))}
      </ul>
    </div>
  )
}
