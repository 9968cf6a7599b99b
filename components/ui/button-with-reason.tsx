import { useId } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'

export type ButtonWithReasonProps = Omit<ButtonProps, 'disabled'> & {
  /** Why it cannot be pressed now, as a sentence; null when it can. */
  reason: string | null
  /** Id of what says the reason already, for several controls with the same one; it is then not said again. */
  saidAt?: string
}

/**
 * A button that says why it is unavailable. It stays focusable (aria-disabled), so that a keyboard or a screen
 * reader finds the reason; the click is swallowed, and a submit button does not submit.
 */
export function ButtonWithReason({ reason, saidAt, onClick, ...props }: ButtonWithReasonProps) {
  const id = useId()
  return (
    <>
      <Button
        {...props}
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : (saidAt ?? id)}
        onClick={(event) => {
          if (reason !== null) event.preventDefault()
          else onClick?.(event)
        }}
      />
      {reason !== null && saidAt === undefined && (
        <p id={id} className="text-small text-ink-quiet">
          {reason}
        </p>
      )}
    </>
  )
}
