import { type ReactNode, useId } from 'react'

export interface HintProps {
  /** What is explained; pressing it opens the explanation. */
  children: ReactNode
  /** One or two sentences. */
  explanation: ReactNode
  /** Plain text of the explanation for pointers (native tooltip). */
  title?: string
  /** `term` is underlined; `figure` shows that it opens only when pointed at, so that a column of figures stays calm. */
  look?: 'term' | 'figure'
}

/**
 * A term or figure that opens a short note about itself: native popover, so it works by mouse, keyboard and touch,
 * closes with Escape or a click elsewhere, and needs no script.
 */
export function Hint({ children, explanation, title, look = 'term' }: HintProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={title}
        className={`cursor-help rounded-sm text-left decoration-line-control decoration-dotted decoration-1 underline-offset-4 hover:underline hover:decoration-ink ${look === 'term' ? 'underline' : ''}`}
      >
        {children}
      </button>
      <span id={id} popover="auto" className="hint-note">
        {explanation}
      </span>
    </>
  )
}
