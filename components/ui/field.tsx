import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'

export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

export interface FieldProps {
  label: ReactNode
  /** Shown under the control while there is no error. */
  hint?: ReactNode
  /** A sentence, or null. Announced when it appears. */
  error?: ReactNode | null
  /** Something at the end of the label's line, for example the balance. */
  aside?: ReactNode
  /** Hide the label visually where the sentence around the control says it. */
  hideLabel?: boolean
  children: (control: FieldControl) => ReactNode
}

/** Label, control and message of a form field, wired for assistive technology. The line of the message is reserved. */
export function Field({ label, hint, error, aside, hideLabel, children }: FieldProps) {
  const id = useId()
  const messageId = `${id}-message`
  return (
    <div className="space-y-1">
      <div className={hideLabel && !aside ? 'sr-only' : 'flex items-baseline justify-between gap-4'}>
        <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-small font-medium text-ink'}>
          {label}
        </label>
        {aside && <div className="ml-auto text-small text-ink-quiet">{aside}</div>}
      </div>
      {children({
        id,
        'aria-describedby': error || hint ? messageId : undefined,
        'aria-invalid': Boolean(error),
      })}
      <div id={messageId} aria-live="polite" className="min-h-5 text-small">
        {error ? (
          <p className="flex gap-1.5 text-loss">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </p>
        ) : (
          hint && <p className="text-ink-quiet">{hint}</p>
        )}
      </div>
    </div>
  )
}
