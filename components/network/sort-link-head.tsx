import { Glyph } from '@/components/ui/glyph'
import { IntentLink } from '@/components/ui/intent-link'
import { HeadCell } from '@/components/ui/table'

export interface SortLinkHeadProps {
  label: string
  unit?: string | undefined
  explanation: string
  align?: 'start' | 'end'
  /** URL of the list sorted by this column, or turned around where it already is; null: it cannot be sorted by it. */
  href: string | null
  /** Direction in which the list is sorted by it; null: it is not. */
  sorted: 'asc' | 'desc' | null
}

/** Head of a column: a link that sorts (it works without script), with the direction drawn and in `aria-sort`. */
export function SortLinkHead({ label, unit, explanation, align = 'end', href, sorted }: SortLinkHeadProps) {
  const words = (
    <span>
      {label}
      {unit && <span className="font-normal"> {unit}</span>}
    </span>
  )
  return (
    <HeadCell
      align={align}
      title={explanation}
      className="!px-2 first:!pl-0 last:!pr-0"
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {href === null ? (
        words
      ) : (
        <IntentLink
          href={href}
          replace
          scroll={false}
          className={`relative inline-flex min-h-8 items-center rounded-sm hover:text-ink ${sorted ? 'text-ink' : ''}`}
        >
          {words}
          {sorted && (
            // Beside the words, in the room between two columns: sorting moves nothing.
            <Glyph
              name={sorted === 'asc' ? 'up' : 'down'}
              className={`absolute size-3.5 ${align === 'end' ? 'right-full' : 'left-full'}`}
            />
          )}
        </IntentLink>
      )}
    </HeadCell>
  )
}
