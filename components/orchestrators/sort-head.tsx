import type { Column } from '@/components/orchestrators/columns'
import { type ListQuery, listHref, sortedBy } from '@/components/orchestrators/list-query'
import { Glyph } from '@/components/ui/glyph'
import { HeadCell } from '@/components/ui/table'

export interface SortHeadProps {
  column: Column
  query: ListQuery
  onChange(query: ListQuery): void
}

/** Head of a column: a link that sorts (it works without script), with the direction drawn and in `aria-sort`. */
export function SortHead({ column, query, onChange }: SortHeadProps) {
  const { key, label, unit, explanation, align } = column
  const stuck = key === 'name'
  if (key === 'this-round') {
    return (
      <HeadCell align={align} title={explanation}>
        {label}
      </HeadCell>
    )
  }
  const sorted = query.sort === key
  const next = sortedBy(query, key)
  return (
    <HeadCell
      align={align}
      stuck={stuck}
      aria-sort={sorted ? (query.dir === 'asc' ? 'ascending' : 'descending') : undefined}
      className={stuck ? 'z-20' : undefined}
    >
      <a
        href={listHref(next)}
        title={explanation}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          onChange(next)
        }}
        className={`inline-flex h-8 items-center gap-1 rounded-sm hover:text-ink ${sorted ? 'text-ink' : ''} ${align === 'end' ? 'flex-row-reverse' : ''}`}
      >
        <span>
          {label}
          {unit && <span className="font-normal"> {unit}</span>}
        </span>
        <Glyph
          name={query.dir === 'asc' ? 'up' : 'down'}
          className={`size-3.5 ${sorted ? '' : 'invisible'}`}
        />
      </a>
    </HeadCell>
  )
}
