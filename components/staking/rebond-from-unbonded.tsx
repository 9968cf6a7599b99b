'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import { Notice } from '@/components/ui/notice'
import { useOrchestrators } from '@/hooks/use-orchestrators'
import type { OrchestratorRow } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { compactAmount } from '@/lib/format/amount'
import { percentP6 } from '@/lib/format/percent'

interface Props {
  /** What is rebonded: one lock, or all. */
  label?: string
  obstacle: string | null
  /** Id of what says the obstacle already. */
  saidAt?: string
  onReview(to: Address): void
}

/** Rebond of an account that delegates to nobody: the orchestrator is chosen first. */
export function RebondFromUnbonded(props: Props) {
  const [open, setOpen] = useState(false)
  if (open) return <Choice {...props} onClose={() => setOpen(false)} />
  return (
    <ButtonWithReason
      size="sm"
      reason={props.obstacle}
      {...(props.saidAt === undefined ? {} : { saidAt: props.saidAt })}
      aria-expanded={false}
      onClick={() => setOpen(true)}
    >
      {props.label ?? 'Rebond'}…
    </ButtonWithReason>
  )
}

function labelOf(row: OrchestratorRow): string {
  const who = row.name ?? shortenAddress(row.address)
  const state = row.active ? '' : ', not active'
  return `${who}: ${compactAmount(row.totalStakeWei)} LPT, reward cut ${percentP6(row.rewardCutP6)}${state}`
}

function Choice(props: Props & { onClose(): void }) {
  const choices = useOrchestrators()
  const [to, setTo] = useState('')
  if (choices.state === 'failed') {
    return (
      <Notice tone="wait" title={choices.reason} role="status">
        {choices.next}{' '}
        <Button size="sm" onClick={props.onClose}>
          Close
        </Button>
      </Notice>
    )
  }
  const chosen = choices.state === 'known' ? choices.rows.find((row) => row.address === to) : undefined
  return (
    <div className="w-full space-y-3 rounded border p-3">
      <Field
        label={`${props.label ?? 'Rebond'} to`}
        hint={
          chosen && !chosen.active
            ? 'Not active now: nothing is earned while it is not.'
            : 'Counts from the next round on.'
        }
      >
        {(control) => (
          <select
            {...control}
            className={inputClasses}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            disabled={choices.state === 'loading'}
          >
            <option value="">
              {choices.state === 'loading' ? 'Reading the list…' : 'Choose an orchestrator'}
            </option>
            {choices.state === 'known' &&
              choices.rows.map((row) => (
                <option key={row.address} value={row.address}>
                  {labelOf(row)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <ButtonWithReason
          size="sm"
          variant="primary"
          reason={props.obstacle ?? (chosen ? null : 'Choose an orchestrator first.')}
          onClick={() => chosen && props.onReview(chosen.address)}
        >
          Review rebond
        </ButtonWithReason>
        <Button size="sm" onClick={props.onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
