'use client'

import type { ActionForm } from '@/components/governance/propose-action'
import { AmountField } from '@/components/staking/amount-field'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import { PlainInput } from '@/components/ui/plain-input'
import type { DraftAction } from '@/hooks/proposal-draft-store'
import { callableContracts, functionsOf, isCallable } from '@/lib/contracts/protocol-functions'
import { exactAmount } from '@/lib/format/amount'

/** Kinds of actions as they are offered. */
export const actionKinds: readonly { kind: DraftAction['kind']; label: string }[] = [
  { kind: 'lpt', label: 'Pay LPT' },
  { kind: 'eth', label: 'Pay ETH' },
  { kind: 'known', label: 'Call the protocol' },
  { kind: 'raw', label: 'Call anything' },
]

export interface ActionFieldsProps {
  action: DraftAction
  form: ActionForm
  /** Place in the list, from 1. */
  place: number
  onChange(change: Partial<DraftAction>): void
  onRemove(): void
}

/** The fields of one action. */
export function ActionFields(props: ActionFieldsProps) {
  const { action, place, onRemove } = props
  const label = actionKinds.find(({ kind }) => kind === action.kind)?.label ?? ''
  return (
    <fieldset className="min-w-0 space-y-2 rounded-lg border p-4">
      <legend className="px-1 font-medium">
        Action {place}: {label}
      </legend>
      {action.kind === 'known' ? <KnownFields {...props} /> : <PlainFields {...props} />}
      <Button
        size="sm"
        variant="quiet"
        className="-ml-3"
        onClick={onRemove}
        aria-label={`Remove action ${place}`}
      >
        Remove
      </Button>
    </fieldset>
  )
}

function TextField({
  label,
  value,
  error,
  hint,
  mono = true,
  onChange,
}: {
  label: string
  value: string
  error: string | null
  hint?: string
  mono?: boolean
  onChange(text: string): void
}) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <PlainInput
          {...control}
          mono={mono}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

const nothing = () => undefined

function PlainFields({ action, form, onChange }: ActionFieldsProps) {
  const raw = action.kind === 'raw'
  return (
    <>
      <TextField
        label={raw ? 'Contract or account' : 'Receiver'}
        value={action.to}
        error={form.to.error}
        hint={
          raw ? undefined : 'The whole address of an account on this chain. Nobody can take a payment back.'
        }
        onChange={(to) => onChange({ to })}
      />
      <AmountField
        label={raw ? 'ETH sent along (optional)' : 'Amount'}
        unit={action.kind === 'lpt' ? 'LPT' : 'ETH'}
        value={action.amount}
        onChange={(amount) => onChange({ amount })}
        onEnter={nothing}
        error={form.amount.error}
        max={null}
      />
      {raw && (
        <Field
          label="Calldata"
          error={form.calldata.error}
          hint="Bytes in hexadecimal; 0x for none. What they do is shown below as far as it can be read."
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              spellCheck={false}
              value={action.calldata}
              onChange={(event) => onChange({ calldata: event.target.value })}
              className="w-full rounded border border-line-control bg-panel px-3 py-2 font-mono text-small text-ink aria-invalid:border-loss"
            />
          )}
        </Field>
      )}
    </>
  )
}

function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: readonly string[]
  onChange(value: string): void
}) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className={inputClasses}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Contract and function by name, each argument with its type. */
function KnownFields({ action, form, onChange }: ActionFieldsProps) {
  const { item } = form
  const names = isCallable(action.contract) ? functionsOf(action.contract).map(({ name }) => name) : []
  const setArgument = (at: number, text: string) =>
    onChange({
      args: (item?.inputs ?? []).map((_, index) => (index === at ? text : (action.args[index] ?? ''))),
    })
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select
          label="Contract"
          value={action.contract}
          options={callableContracts}
          onChange={(contract) =>
            onChange({
              contract,
              functionName: isCallable(contract) ? (functionsOf(contract)[0]?.name ?? '') : '',
              args: [],
            })
          }
        />
        <Select
          label="Function"
          value={action.functionName}
          options={names}
          onChange={(functionName) => onChange({ functionName, args: [] })}
        />
      </div>
      {item?.inputs.map(({ name, type }, index) => (
        <TextField
          key={`${item.name} ${name}`}
          label={`${name} (${type})`}
          value={action.args[index] ?? ''}
          error={form.args[index]?.error ?? null}
          hint={argumentHint(name ?? '', type, action.args[index] ?? '')}
          onChange={(text) => setArgument(index, text)}
        />
      ))}
      {item?.stateMutability === 'payable' && (
        <AmountField
          label="ETH sent along (optional)"
          unit="ETH"
          value={action.amount}
          onChange={(amount) => onChange({ amount })}
          onEnter={nothing}
          error={form.amount.error}
          max={null}
        />
      )}
    </>
  )
}

/** What a number in the smallest unit is in whole tokens, for arguments that are amounts. */
function argumentHint(name: string, type: string, text: string): string | undefined {
  if (!type.startsWith('uint') || !/amount|ceiling|threshold|value/i.test(name)) return undefined
  const typed = text.trim()
  return /^\d{1,78}$/.test(typed)
    ? `In whole tokens: ${exactAmount(BigInt(typed))}.`
    : 'In the smallest unit: one token is 1 with 18 zeros.'
}
