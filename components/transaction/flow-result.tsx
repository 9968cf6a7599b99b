import { Check } from 'lucide-react'
import { ChangeList } from '@/components/staking/change-list'
import { Notice } from '@/components/ui/notice'
import { shortenHash } from '@/lib/format/address'
import type { FlowState } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import { planChanges } from './plan-changes'
import { outcomeSentence } from './plan-words'
import { stageTone } from './stage-button'
import { stageWords } from './stage-words'

export interface FlowResultProps {
  state: FlowState
  explorerUrl: string | null
  nameOf: NameOf
}

/** What really happened, read from the events of the mined transactions, and whether lists and history have it. */
export function FlowResult({ state, explorerUrl, nameOf }: FlowResultProps) {
  if (state.stage === 'draft') return null
  const words = stageWords(state)
  const last = state.done.at(-1)
  return (
    <div className="space-y-6">
      {last && (
        <p className="flex gap-3 text-figure font-semibold">
          <Check aria-hidden className="mt-1 size-5 shrink-0 text-accent-text" />
          {outcomeSentence(last.outcome, nameOf)}
        </p>
      )}
      {words && (
        <Notice tone={stageTone(state)} title={words.title}>
          {words.detail}
        </Notice>
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
            in block {block.toString()}
          </li>
        ))}
      </ul>
    </div>
  )
}
