'use client'

import { ActionList } from '@/components/governance/action-list'
import { type CompleteProposal, proposalNotes } from '@/components/governance/propose-model'
import { Simulation } from '@/components/governance/simulation'
import { proposalStateWords } from '@/components/governance/state-words'
import { CopyButton } from '@/components/ui/copy-button'
import { IntentLink } from '@/components/ui/intent-link'
import { Notice } from '@/components/ui/notice'
import type { Trial } from '@/hooks/use-trial'
import type { ProposalState } from '@/lib/protocol/treasury-vote'

export interface ProposeCheckProps {
  complete: CompleteProposal | null
  /** What is missing while the proposal is not complete. */
  missing: string | null
  trial: Trial
  explorerUrl: string | null
  onDiscard(): void
}

/** What the finished proposal is and does: its number, its actions as they will be read, and a trial on the newest block. */
export function ProposeCheck({ complete, missing, trial, explorerUrl, onDiscard }: ProposeCheckProps) {
  return (
    <section aria-labelledby="propose-check" className="space-y-4">
      <h2 id="propose-check" className="text-figure">
        What it would do
      </h2>
      {complete ? (
        <>
          <ActionList
            actions={complete.actions}
            paidBefore={trial.state === 'known' ? trial.view.paidBefore : null}
            explorerUrl={explorerUrl}
          />
          <TrialResult complete={complete} trial={trial} onDiscard={onDiscard} />
          <p className="text-small text-ink-quiet">
            Its number will be <span className="font-mono break-all text-ink">{complete.id.toString()}</span>{' '}
            <CopyButton text={complete.id.toString()} what="number of the proposal" />
            It follows from text and actions: change either and it is another proposal.
          </p>
        </>
      ) : (
        <p className="text-ink-quiet">
          {missing} Then it is tried on the newest block, as the treasury itself, before anything is sent.
        </p>
      )}
    </section>
  )
}

/** The state of the same proposal; why a defeated one was is said on its page. */
function knownWord(state: ProposalState): string {
  return state === 'defeated' ? 'It was defeated.' : proposalStateWords({ state, verdict: null }).meaning
}

function TrialResult({
  complete,
  trial,
  onDiscard,
}: {
  complete: CompleteProposal
  trial: Trial
  onDiscard(): void
}) {
  if (trial.state === 'none') return null
  if (trial.state === 'reading') {
    return (
      <p className="min-h-32 text-ink-quiet" role="status">
        Trying it on the newest block…
      </p>
    )
  }
  if (trial.state === 'failed') {
    return (
      <Notice tone="wait" title={trial.reason} role="status">
        {trial.next}
      </Notice>
    )
  }
  const { view, asOf } = trial
  return (
    <div className="space-y-4" role="status">
      {view.known !== null && (
        <Notice tone="info" title={`This very proposal is on chain already. ${knownWord(view.known)}`}>
          <IntentLink
            href={`/treasury/${view.proposal}`}
            className="text-accent-text underline underline-offset-4"
          >
            Open it
          </IntentLink>
          , or{' '}
          <button type="button" className="text-accent-text underline underline-offset-4" onClick={onDiscard}>
            start a new draft
          </button>
          .
        </Notice>
      )}
      {proposalNotes(complete, view).map((note) => (
        <Notice key={note} tone="wait" title={note} />
      ))}
      <Simulation simulation={view.simulation} state="pending" block={asOf.block} />
    </div>
  )
}
