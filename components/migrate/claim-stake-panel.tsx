'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import { Notice } from '@/components/ui/notice'
import { openReview } from '@/hooks/review-store'
import { useOrchestrators } from '@/hooks/use-orchestrators'
import { useWallet } from '@/hooks/use-wallet'
import type { ClaimEntryView } from '@/lib/data/claim'
import type { OrchestratorRow } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { compactAmount, exactAmount } from '@/lib/format/amount'
import { percentP6 } from '@/lib/format/percent'
import { sameAddress } from '@/lib/protocol/types'
import { choosesDelegate, claimForm, usualDelegate } from './claim-stake-model'

const nobody = { address: '', name: null } as const

export interface ClaimStakePanelProps {
  account: Address
  entry: ClaimEntryView
  /** Whom the account delegates to here; null: nobody. */
  delegateNow: Address | null
}

/** Claim of the stake left on Ethereum; shown to the owner of the listed account only. */
export function ClaimStakePanel({ account, entry, delegateNow }: ClaimStakePanelProps) {
  const wallet = useWallet()
  const [chosen, setChosen] = useState<{ address: string; name: string | null }>(nobody)
  const form = claimForm(wallet, { entry, delegateNow, chosen: chosen.address })
  const to = chosen.address || usualDelegate(entry, delegateNow)
  const review = () => {
    const { intent } = form
    if (!intent) return
    const listed = to !== '' && entry.delegate && sameAddress(entry.delegate.address, to as Address)
    const name = chosen.name ?? (listed ? entry.delegate?.name : null) ?? null
    openReview({ kind: 'new', intent, account, orchestratorName: name })
  }
  const what = entry.delegate ? `${exactAmount(entry.stakeWei)} LPT` : `${exactAmount(entry.feesWei)} ETH`
  return (
    <section
      aria-label="Claim stake"
      className="max-w-md space-y-4 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      <p className="text-figure font-semibold text-balance">Claim {what} left on Ethereum</p>
      {choosesDelegate(entry) && (
        <DelegateChoice listed={entry.delegate} now={delegateNow} value={to} onChange={setChosen} />
      )}
      <ButtonWithReason variant="primary" size="lg" wide reason={form.reason} onClick={review}>
        Review claim
      </ButtonWithReason>
    </section>
  )
}

function labelOf(row: OrchestratorRow): string {
  const state = row.active ? '' : ', not active'
  return `${row.name ?? shortenAddress(row.address)}: ${compactAmount(row.totalStakeWei)} LPT, reward cut ${percentP6(row.rewardCutP6)}${state}`
}

function DelegateChoice(props: {
  listed: ClaimEntryView['delegate']
  now: Address | null
  value: string
  onChange(chosen: { address: string; name: string | null }): void
}) {
  const { listed, now, value, onChange } = props
  const choices = useOrchestrators()
  if (choices.state === 'failed') {
    return (
      <Notice tone="wait" title={choices.reason} role="status">
        {value ? 'The orchestrator of the list can be used.' : choices.next}
      </Notice>
    )
  }
  const hint = now
    ? 'Another one than your present delegate takes your whole stake with it.'
    : listed && !listed.registered
      ? 'Your delegate on Ethereum is no orchestrator here, so another is needed.'
      : 'Your delegate on Ethereum, unless you choose another.'
  return (
    <Field label="Delegate it to" hint={hint}>
      {(control) => (
        <select
          {...control}
          className={inputClasses}
          value={choices.state === 'known' ? matching(choices.rows, value) : ''}
          onChange={({ target: { value: address } }) => {
            const row = choices.state === 'known' && choices.rows.find((one) => one.address === address)
            onChange({ address, name: row ? row.name : null })
          }}
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
  )
}

/** The address as the list spells it; empty when it is not in the list. */
function matching(rows: readonly OrchestratorRow[], address: string): string {
  return rows.find((row) => address !== '' && sameAddress(row.address, address as Address))?.address ?? ''
}
