import { useId } from 'react'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { formatInteger } from '@/lib/format/number'

export interface PagerProps {
  /** What is paged, for screen readers: "delegators". */
  of: string
  /** From 1. */
  page: number
  rowsPerPage: number
  /** All rows there are. */
  rows: number
  /** URL of a page. */
  hrefOf(page: number): string
}

/** Which rows of a complete list are shown, and links to the pages before and after. Nothing when all of it is shown. */
export function Pager({ of, page, rowsPerPage, rows, hrefOf }: PagerProps) {
  const pages = Math.max(1, Math.ceil(rows / rowsPerPage))
  const first = (page - 1) * rowsPerPage + 1
  const last = Math.min(rows, page * rowsPerPage)
  const shown = useId()
  if (pages === 1) return null
  const step = (to: number, words: string) =>
    to >= 1 && to <= pages ? (
      <IntentLink href={hrefOf(to)} className={buttonClasses({ size: 'sm' })} scroll={false}>
        {words}
      </IntentLink>
    ) : (
      <span
        role="link"
        aria-disabled
        aria-describedby={shown}
        className={buttonClasses({ size: 'sm', className: 'opacity-40' })}
      >
        {words}
      </span>
    )
  return (
    <nav aria-label={`Pages of ${of}`} className="flex flex-wrap items-center gap-3 pt-4" data-print="hide">
      {step(page - 1, 'Previous')}
      {step(page + 1, 'Next')}
      <span id={shown} className="text-small text-ink-quiet">
        {formatInteger(first)}–{formatInteger(last)} of {formatInteger(rows)} {of}
      </span>
    </nav>
  )
}

/** A page number from a URL, within what there is; 1 for whatever is none. */
export function pageFrom(text: string | null, rows: number, rowsPerPage: number): number {
  const asked = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 1
  return Math.min(Math.max(1, asked), Math.max(1, Math.ceil(rows / rowsPerPage)))
}
