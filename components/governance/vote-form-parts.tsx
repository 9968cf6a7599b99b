'use client'

import type { ReactNode } from 'react'
import { type Side, SideLabel } from '@/components/governance/sides'
import type { PowerLine, VoteEffect, Weightless } from '@/components/governance/vote-model'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Hint } from '@/components/ui/hint'
import { Notice } from '@/components/ui/notice'
import { openReview } from '@/hooks/review-store'
import type { WalletState } from '@/hooks/wallet-store'
import { fixedAmount } from '@/lib/format/amount'

/** One choice of several, each a large target. */
export function SideChoice<Value extends string>(props: {
  legend: string
  options: readonly { value: Value; side: Side }[]
  chosen: Value | null
  onChoose(value: Value): void
}) {
  const { legend, options, chosen, onChoose } = props
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <div
        className="grid gap-2"
        style={{ gridTemplateColumns: `repeat(${options.length}, minmax(0, 1fr))` }}
      >
        {options.map(({ value, side }) => (
          <label
            key={value}
            className="relative flex h-12 items-center justify-center rounded border border-line-control px-2 font-medium has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={legend}
              className="sr-only"
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <SideLabel side={side} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The parts of the voting power. */
export function PowerLines({ lines }: { lines: readonly PowerLine[] }) {
  return (
    <dl className="divide-y rounded bg-raised px-4 py-1 text-small">
      {lines.map(({ label, value, explanation }) => (
        <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <dt className="text-ink-quiet">
            {explanation ? <Hint explanation={explanation}>{label}</Hint> : label}
          </dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Why the vote weighs nothing, before it is cast; where a transaction would help, with the way to it. */
export function WeightlessNotice({ what, wallet }: { what: Weightless | null; wallet: WalletState }) {
  if (!what) return null
  const { title, text, record } = what
  const { address } = wallet
  return (
    <Notice tone="wait" title={title}>
      <p>{text}</p>
      {record && address && (
        <div className="space-y-1 pt-2">
          <ButtonWithReason
            size="sm"
            reason={wallet.status === 'connected' ? null : 'Waiting for your wallet.'}
            onClick={() =>
              openReview({
                kind: 'new',
                intent: { verb: 'checkpointBondingState', of: record.of },
                account: address,
                orchestratorName: null,
              })
            }
          >
            {record.label}
          </ButtonWithReason>
        </div>
      )}
    </Notice>
  )
}

/** The tally before and after the chosen vote. */
export function VoteEffectTable({ effect }: { effect: VoteEffect | null }) {
  if (!effect) return null
  if (effect.rows.every(({ beforeWei, afterWei }) => beforeWei === afterWei))
    return (
      <p className="text-small text-ink-quiet">
        The tally stays as it is: your part is on that side already, by your orchestrator’s vote.
      </p>
    )
  return (
    <div className="space-y-1 text-small">
      <table className="w-full">
        <caption className="pb-1 text-left text-ink-quiet">What your vote changes in the tally, LPT</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Side</th>
            <th scope="col">Now</th>
            <th scope="col">With your vote</th>
          </tr>
        </thead>
        <tbody>
          {effect.rows.map(({ side, beforeWei, afterWei }) => (
            <tr key={side} className="border-t">
              <th scope="row" className="py-1.5 text-left font-normal">
                <SideLabel side={side} />
              </th>
              <td className="py-1.5 pl-3 text-right whitespace-nowrap text-ink-quiet tabular-nums">
                {fixedAmount(beforeWei)}
              </td>
              <td className="py-1.5 pl-3 text-right whitespace-nowrap tabular-nums">
                {afterWei === beforeWei ? (
                  <span className="text-ink-quiet">unchanged</span>
                ) : (
                  <span className="font-medium">→ {fixedAmount(afterWei)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-quiet">{effect.verdict}</p>
    </div>
  )
}

/** Sentences under the power. */
export function VoteNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="space-y-1 text-small text-ink-quiet">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** The panel around a vote form. */
export function VotePanelFrame({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section aria-label="Vote" className="space-y-4 rounded-lg bg-panel p-5 shadow-float" data-print="hide">
      <p className="text-figure font-semibold text-balance">{title}</p>
      {children}
    </section>
  )
}

/** What a visitor without a wallet can do. */
export function ConnectToVote({
  pending = false,
  connecting,
  onConnect,
}: {
  /** Voting has not opened: all there is to see is the power. */
  pending?: boolean
  connecting: boolean
  onConnect(): void
}) {
  return (
    <>
      <Button variant="primary" size="lg" wide onClick={onConnect} aria-busy={connecting}>
        {pending ? 'Connect wallet to see your power' : 'Connect wallet to vote'}
      </Button>
      <p className="text-small text-ink-quiet">Nothing is sent before you have reviewed it.</p>
    </>
  )
}
