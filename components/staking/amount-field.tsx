'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'

export interface AmountFieldProps {
  label: string
  /** Token of the amount, or a percentage; LPT unless given. */
  unit?: 'LPT' | 'ETH' | '%'
  value: string
  onChange(text: string): void
  onEnter(): void
  error: string | null
  hint?: string
  /** Sets the greatest amount; null hides the button. */
  max: { label: string; text: string; choose(): void } | null
}

/**
 * An amount of a token as text: what it means is decided elsewhere, so that nothing a person types can throw here. There is
 * no form around it: Enter acts, and never reloads the page, also before the page's script has run.
 */
export function AmountField({
  label,
  unit = 'LPT',
  value,
  onChange,
  onEnter,
  error,
  hint,
  max,
}: AmountFieldProps) {
  return (
    <Field label={label} error={error} hint={hint} aside={max?.label}>
      {(control) => (
        <div className="flex gap-2">
          <div className="relative flex-1">
            <input
              {...control}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              placeholder="0"
              className={`${inputClasses} pr-12 tabular-nums`}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                onEnter()
              }}
            />
            <span
              aria-hidden
              className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-small text-ink-quiet"
            >
              {unit}
            </span>
          </div>
          {max && (
            <Button onClick={max.choose} aria-label={`All of it: ${max.text} ${unit}`}>
              Max
            </Button>
          )}
        </div>
      )}
    </Field>
  )
}
