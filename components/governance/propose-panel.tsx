'use client'

import { useMemo, useState } from 'react'
import { OutsideCall } from '@/components/governance/outside-call'
import { ActionFields, actionKinds } from '@/components/governance/propose-action-fields'
import { ProposeCheck } from '@/components/governance/propose-check'
import { mostActions, proposalForm, proposeIntent, sendReason } from '@/components/governance/propose-model'
import { ProposeText } from '@/components/governance/propose-text'
import { ProposerPanel } from '@/components/governance/proposer-panel'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { proposerPath } from '@/hooks/ballot-store'
import {
  type DraftAction,
  draftIsLost,
  emptyDraft,
  type ProposalDraft,
  setDraft,
} from '@/hooks/proposal-draft-store'
import { openReview } from '@/hooks/review-store'
import { useBallot } from '@/hooks/use-ballot'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import { useProposalDraft } from '@/hooks/use-proposal-draft'
import { useTrial } from '@/hooks/use-trial'
import { useWallet } from '@/hooks/use-wallet'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { callableContracts, functionsOf } from '@/lib/contracts/protocol-functions'
import { readPublicConfig } from '@/lib/network/public-config'

/** What is the same for everybody. */
export interface ProposePanelProps {
  explorerUrl: string | null
}

/** A new action of a kind, with the first function chosen where there is a choice. */
function newAction(kind: DraftAction['kind'], id: number): DraftAction {
  const [contract] = callableContracts
  const functionName = contract ? (functionsOf(contract)[0]?.name ?? '') : ''
  return { id, kind, to: '', amount: '', contract: contract ?? '', functionName, args: [], calldata: '' }
}

/** A treasury proposal from the first word to the review. The draft stays in this browser. */
export function ProposePanel({ explorerUrl }: ProposePanelProps) {
  const { contracts } = readPublicConfig()
  if (!contracts) {
    return (
      <p className="text-ink-quiet">
        The contracts of this network are not known yet. Start the local network, then reload the page.
      </p>
    )
  }
  return <ProposeForm contracts={contracts} explorerUrl={explorerUrl} />
}

function ProposeForm({ contracts, explorerUrl }: ProposePanelProps & { contracts: ContractAddresses }) {
  const wallet = useWallet()
  const draft = useProposalDraft()
  const proposer = useBallot(wallet.address ? proposerPath(wallet.address) : null)
  const finished = useFinishedReviews()
  const form = useMemo(() => proposalForm(draft, contracts), [draft, contracts])
  const { complete } = form
  const trial = useTrial(complete?.trial ?? null, finished)
  const change = (part: Partial<ProposalDraft>) => setDraft({ ...draft, ...part })
  const discard = () => setDraft(null)
  return (
    <div className="space-y-12">
      <ProposerPanel wallet={wallet} proposer={proposer} />
      <ProposeText draft={draft} titleError={form.titleError} onChange={change} />
      <Actions draft={draft} forms={form.actions} onChange={(actions) => change({ actions })} />
      <ProposeCheck
        complete={complete}
        missing={form.missing}
        trial={trial}
        explorerUrl={explorerUrl}
        onDiscard={discard}
      />
      <section aria-labelledby="propose-send" className="space-y-4" data-print="hide">
        <h2 id="propose-send" className="text-figure">
          Propose it
        </h2>
        {wallet.address ? (
          <ButtonWithReason
            variant="primary"
            size="lg"
            reason={sendReason(form, wallet, proposer?.state === 'known' ? proposer.view : null, trial)}
            onClick={() => {
              if (complete && wallet.address)
                openReview({
                  kind: 'new',
                  intent: proposeIntent(complete),
                  account: wallet.address,
                  orchestratorName: null,
                })
            }}
          >
            Review proposal
          </ButtonWithReason>
        ) : (
          <div className="space-y-1">
            <Button
              variant="primary"
              size="lg"
              onClick={wallet.connect}
              aria-busy={wallet.status === 'connecting'}
            >
              Connect wallet to propose
            </Button>
            <p className="text-small text-ink-quiet">Nothing is sent before you have reviewed it.</p>
          </div>
        )}
        {complete && (
          <OutsideCall
            contract="LivepeerGovernor"
            address={complete.call.address}
            calldata={complete.call.data}
          />
        )}
        <DraftNote empty={draft === emptyDraft} onDiscard={discard} />
      </section>
    </div>
  )
}

function Actions({
  draft,
  forms,
  onChange,
}: {
  draft: ProposalDraft
  forms: ReturnType<typeof proposalForm>['actions']
  onChange(actions: readonly DraftAction[]): void
}) {
  const { actions } = draft
  const full = actions.length >= mostActions
  const nextId = actions.reduce((most, { id }) => Math.max(most, id), 0) + 1
  return (
    <section aria-labelledby="propose-actions" className="space-y-4">
      <h2 id="propose-actions" className="text-figure">
        What it pays or changes
      </h2>
      <p className="max-w-text text-small text-ink-quiet">
        Carried out in this order by the treasury, all or none.
      </p>
      {actions.map((action, index) => {
        const form = forms[index]
        return (
          form && (
            <ActionFields
              key={action.id}
              action={action}
              form={form}
              place={index + 1}
              onChange={(part) =>
                onChange(actions.map((one) => (one.id === action.id ? { ...one, ...part } : one)))
              }
              onRemove={() => onChange(actions.filter(({ id }) => id !== action.id))}
            />
          )
        )
      })}
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label="Add an action">
        <span className="text-small text-ink-quiet">Add:</span>
        {actionKinds.map(({ kind, label }) => (
          <ButtonWithReason
            key={kind}
            size="sm"
            reason={full ? `A proposal has at most ${mostActions} actions here.` : null}
            onClick={() => onChange([...actions, newAction(kind, nextId)])}
          >
            {label}
          </ButtonWithReason>
        ))}
      </div>
    </section>
  )
}

/** Where the draft is, and the way to be rid of it. */
function DraftNote({ empty, onDiscard }: { empty: boolean; onDiscard(): void }) {
  const [asked, setAsked] = useState(false)
  if (empty) {
    return (
      <p className="text-small text-ink-quiet">What you write is kept in this browser, and nowhere else.</p>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-small text-ink-quiet">
      <p role="status">
        {draftIsLost()
          ? 'This browser keeps no drafts: it is lost when you leave the page.'
          : 'The draft is kept in this browser, and nowhere else.'}
      </p>
      {asked ? (
        <>
          <Button
            size="sm"
            onClick={() => {
              setAsked(false)
              onDiscard()
            }}
          >
            Yes, discard it
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setAsked(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button size="sm" variant="quiet" onClick={() => setAsked(true)}>
          Discard draft
        </Button>
      )}
    </div>
  )
}
