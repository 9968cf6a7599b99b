import { columns } from '@/components/orchestrators/columns'
import {
  type ListQuery,
  listHref,
  type SortKey,
  sortedBy,
  sortKeys,
} from '@/components/orchestrators/list-query'
import { Glyph } from '@/components/ui/glyph'
import { IntentLink } from '@/components/ui/intent-link'
import { HeadCell } from '@/components/ui/table'

const name = {
  label: 'Orchestrator',
  unit: undefined,
  explanation: 'Rank by stake, and who',
  align: 'start',
} as const

/** Head of a column: a link that sorts (it works without script), with the direction drawn and in `aria-sort`. */
export function SortHead({
  column,
  query,
}: {
  column: ListQuery['columns'][number] | 'name'
  query: ListQuery
}) {
  const { label, unit, explanation, align } = column === 'name' ? name : columns[column]
  const stuck = column === 'name'
  const key = sortKeys.find((candidate): candidate is SortKey => candidate === column)
  const look = `!px-1.5 first:!pl-0 last:!pr-0 ${stuck ? 'z-20' : ''}`
  if (!key) {
    return (
      <HeadCell align={align} title={explanation} className={look}>
        {label}
      </HeadCell>
    )
  }
  const sorted = query.sort === key
  return (
    <HeadCell
      align={align}
      stuck={stuck}
      aria-sort={sorted ? (query.dir === 'asc' ? 'ascending' : 'descending') : undefined}
      className={look}
    >
      <IntentLink
        href={listHref(sortedBy(query, key))}
        replace
        scroll={false}
        title={explanation}
        className={`relative inline-flex min-h-8 items-center rounded-sm leading-tight hover:text-ink ${sorted ? 'text-ink' : ''}`}
      >
        <span>
          {label}
          {unit && <span className="block font-normal whitespace-normal"> {unit}</span>}
        </span>
        {sorted && (
          // Beside the words, in the room between two columns: sorting moves nothing.
          <Glyph
            name={query.dir === 'asc' ? 'up' : 'down'}
            className={`absolute size-3.5 ${align === 'end' ? 'right-full' : 'left-full'}`}
          />
        )}
      </IntentLink>
    </HeadCell>
  )
}
