'use client'

import type { Address } from 'viem'
import type { ButtonProps } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PlainInput } from '@/components/ui/plain-input'
import { Skeleton } from '@/components/ui/skeleton'
import { openReview } from '@/hooks/review-store'
import type { AccountView } from '@/hooks/use-account-view'
import type { Failure } from '@/lib/data/types'
import type { Intent } from '@/lib/transaction/types'

/** Opens the review of an action, if there is one. */
export function reviewAs(account: Address, intent: Intent | null): void {
  if (intent) openReview({ kind: 'new', intent, account, orchestratorName: null })
}

export interface ReviewButtonProps {
  account: Address
  form: { reason: string | null; intent: Intent | null }
  label: string
  variant?: ButtonProps['variant']
  /** Small and as wide as its words: taking something back. */
  small?: boolean
}

/** The button that opens the review of a form's action, or says why not. */
export function ReviewButton({ account, form, label, variant, small = false }: ReviewButtonProps) {
  return (
    <ButtonWithReason
      variant={variant}
      size={small ? 'sm' : 'lg'}
      wide={!small}
      reason={form.intent ? null : form.reason}
      onClick={() => reviewAs(account, form.intent)}
    >
      {label}
    </ButtonWithReason>
  )
}

export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="space-y-1.5 text-small text-ink-quiet">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

export interface TextFieldProps {
  label: string
  hint?: string
  error: string | null
  value: string
  placeholder: string
  onChange(text: string): void
  onEnter(): void
}

/** A line of text that is no amount: an address of an account or of a node. */
export function TextField({ label, hint, error, value, placeholder, onChange, onEnter }: TextFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <PlainInput
          {...control}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onEnter()
          }}
        />
      )}
    </Field>
  )
}

/** Figures that are kept from before, or that a source is missing from. */
export function FiguresNote({ note }: { note: Failure | null }) {
  if (!note) return null
  return (
    <p role="status" className="text-small text-ink-quiet">
      {note.reason} {note.next}
    </p>
  )
}

/** The states of a workbench without figures. */
export function NoFigures({ figures }: { figures: Exclude<AccountView<unknown>, { state: 'known' }> }) {
  if (figures.state === 'failed') {
    return (
      <Notice tone="wait" role="status" title={figures.reason}>
        {figures.next}
      </Notice>
    )
  }
  return (
    <div role="status" aria-label="Reading the figures from the chain" className="space-y-3">
      {[24, 18, 26, 20].map((ch) => (
        <p key={ch}>
          <Skeleton ch={ch} />
        </p>
      ))}
    </div>
  )
}
