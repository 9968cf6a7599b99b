import { Check } from 'lucide-react'
import { ChangeList } from '@/components/staking/change-list'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { shortenHash } from '@/lib/format/address'
import { formatInteger } from '@/lib/format/number'
import type { FlowState } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import { outcomeNext } from './outcome-next'
import { planChanges } from './plan-changes'
import { resultSentence } from './plan-words'

export interface FlowResultProps {
  state: FlowState
  explorerUrl: string | null
  nameOf: NameOf
  /** Closes the sheet, when a link in it is followed. */
  onLeave(): void
}

/** What really happened, read from the events of the mined transactions. */
export function FlowResult({ state, explorerUrl, nameOf, onLeave }: FlowResultProps) {
  if (state.stage === 'draft') return null
  const sentence = resultSentence(
    state.plan,
    state.done.map(({ outcome }) => outcome),
    nameOf,
  )
  const last = state.done.at(-1)
  const next = last ? outcomeNext(last.outcome, state.stage === 'indexed') : null
  return (
    <div className="space-y-6">
      {sentence && (
        <p className="flex gap-3 text-figure font-semibold">
          <Check aria-hidden className="mt-1 size-5 shrink-0 text-accent-text" />
          {sentence}
        </p>
      )}
      {next && (
        <div className="space-y-3">
          {next.sentence && <p>{next.sentence}</p>}
          {next.link && (
            <IntentLink href={next.link.href} onClick={onLeave} className={buttonClasses()}>
              {next.link.label}
            </IntentLink>
          )}
        </div>
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
