import { columns } from '@/components/orchestrators/columns'
import {
  type ListQuery,
  maxSearchLength,
  type Show,
  sortedBy,
  sortKeys,
} from '@/components/orchestrators/list-query'
import { Button } from '@/components/ui/button'
import { Glyph } from '@/components/ui/glyph'
import { inputClasses } from '@/components/ui/input-classes'

const showLabels: Record<Show, string> = {
  active: 'Active now',
  next: 'Active next round',
  edge: 'On the edge or falling out',
  all: 'All',
}

export interface ListControlsProps {
  query: ListQuery
  onChange(query: ListQuery): void
}

/** Search, filter and (on phones) sort. A GET form: without script its button sends it, with script it acts at once. */
export function ListControls({ query, onChange }: ListControlsProps) {
  return (
    <form
      action="/orchestrators"
      method="get"
      role="search"
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => event.preventDefault()}
    >
      <label className="relative min-w-0 flex-1 basis-full sm:basis-64 sm:max-w-sm">
        <span className="sr-only">Search by name or address</span>
        <Glyph name="search" className="pointer-events-none absolute top-3 left-3 size-4 text-ink-quiet" />
        <input
          type="search"
          name="q"
          defaultValue={query.search}
          maxLength={maxSearchLength}
          placeholder="Name or address"
          autoComplete="off"
          spellCheck={false}
          onInput={(event) => onChange({ ...query, search: event.currentTarget.value })}
          className={`${inputClasses} pl-9`}
        />
      </label>
      <label className="min-w-0 flex-1 sm:flex-none">
        <span className="sr-only">Show</span>
        <select
          name="show"
          value={query.show}
          onChange={(event) => onChange({ ...query, show: event.currentTarget.value as Show })}
          className={inputClasses}
        >
          {(Object.keys(showLabels) as Show[]).map((show) => (
            <option key={show} value={show}>
              {showLabels[show]}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 flex-1 sm:hidden">
        <span className="sr-only">Sort by</span>
        <select
          name="sort"
          value={query.sort}
          onChange={(event) => {
            const key = sortKeys.find((candidate) => candidate === event.currentTarget.value)
            if (key && key !== query.sort) onChange(sortedBy(query, key))
          }}
          className={inputClasses}
        >
          {columns.map(
            ({ key, label }) =>
              key !== 'this-round' && (
                <option key={key} value={key}>
                  {label}
                </option>
              ),
          )}
        </select>
      </label>
      <Button type="submit" className="no-js-only">
        Apply
      </Button>
    </form>
  )
}
