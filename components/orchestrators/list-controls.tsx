import type { ReactNode } from 'react'
import { columns } from '@/components/orchestrators/columns'
import { choice, SearchField, SelectField, text } from '@/components/orchestrators/list-fields'
import { ListForm } from '@/components/orchestrators/list-form'
import {
  columnKeys,
  defaultQuery,
  filterCount,
  firstDirection,
  horizons,
  type ListQuery,
  listHref,
  maxSearchLength,
  mostAmount,
  type Show,
  type SortKey,
  shows,
  sortKeys,
} from '@/components/orchestrators/list-query'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'

const showLabels: Record<Show, string> = {
  active: 'Active now',
  next: 'Active next round',
  edge: 'On the edge or falling out',
  all: 'All',
}

const horizonLabels: Record<ListQuery['days'], string> = {
  30: '30 days',
  90: '90 days',
  180: 'half a year',
  365: 'a year',
  730: 'two years',
}

/** "1 year" and so on, in a sentence. */
export const horizonLabel = (days: ListQuery['days']): string => horizonLabels[days]

const sortLabel = (key: SortKey) => (key === 'name' ? 'Name' : columns[key].label)
const smallField = `${inputClasses} !h-9 !w-20`

function Field({ label, unit, children }: { label: string; unit?: string; children: ReactNode }) {
  return (
    <label className="flex items-center justify-between gap-3">
      <span>{label}</span>
      <span className="flex items-center gap-2">
        {children}
        {unit && <span className="w-8 text-ink-quiet">{unit}</span>}
      </span>
    </label>
  )
}

function Group({
  title,
  children,
  className = '',
}: {
  title: string
  children: ReactNode
  className?: string
}) {
  return (
    <fieldset className={`min-w-0 ${className}`}>
      <legend className="pb-2 font-medium">{title}</legend>
      {children}
    </fieldset>
  )
}

/** Search, filters, amount and columns as one GET form; what it asks for is in the URL. */
export function ListControls({ query, count }: { query: ListQuery; count: string }) {
  const filters = filterCount(query)
  const changed =
    query.columns !== defaultQuery.columns && query.columns.join() !== defaultQuery.columns.join()
  return (
    <ListForm
      state={listHref(query)}
      defaults={{
        show: defaultQuery.show,
        sort: defaultQuery.sort,
        amount: `${defaultQuery.amount}`,
        days: `${defaultQuery.days}`,
        cols: defaultQuery.columns.join(),
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <SearchField value={query.search} maxLength={maxSearchLength} />
        <SelectField
          name="show"
          label="Show"
          value={query.show}
          options={shows}
          labelOf={(show) => showLabels[show]}
          place="sm:flex-none"
        />
        <SelectField
          name="sort"
          label="Sort by"
          value={query.sort}
          options={sortKeys}
          labelOf={sortLabel}
          place="sm:hidden"
        />
        <input
          type="hidden"
          name="dir"
          {...text(query.dir === firstDirection[query.sort] ? '' : query.dir)}
        />
        <Button type="submit" className="no-js-only">
          Apply
        </Button>
        <p aria-live="polite" className="text-small text-ink-quiet sm:ml-auto">
          {count}
        </p>
      </div>
      <details className="border-y text-small" open={filters > 0 || undefined}>
        <summary className="flex h-10 cursor-pointer items-center gap-3 font-medium hover:text-ink">
          <span className="underline underline-offset-4">Filters, amount and columns</span>
          <span className="font-normal text-ink-quiet">
            {filters > 0 ? `${filters} ${filters === 1 ? 'filter' : 'filters'} set` : 'none set'}
            {changed ? ', own columns' : ''}
          </span>
        </summary>
        <div className="grid gap-x-10 gap-y-5 pt-2 pb-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,2fr)]">
          <Group title="Filters" className="space-y-2">
            <Field label="Reward cut at most" unit="%">
              <input
                name="cut"
                inputMode="numeric"
                pattern="[0-9]*"
                {...text(query.maxRewardCut)}
                className={smallField}
              />
            </Field>
            <Field label="Fee cut at most" unit="%">
              <input
                name="feecut"
                inputMode="numeric"
                pattern="[0-9]*"
                {...text(query.maxFeeCut)}
                className={smallField}
              />
            </Field>
            <Field label="Paid a year at least" unit="%">
              <input
                name="yield"
                inputMode="numeric"
                pattern="[0-9]*"
                {...text(query.minYield)}
                className={smallField}
              />
            </Field>
            <Field label="Reward calls">
              <select
                name="calls"
                {...choice(query.allCalls ?? '')}
                className={`${inputClasses} !h-9 !w-auto`}
              >
                <option value="">any</option>
                <option value="30">none missed of 30</option>
                <option value="90">none missed of 90</option>
              </select>
            </Field>
            <Tick name="steady" value="1" checked={query.steady} label="No cut raised in 180 days" />
            <p className="text-ink-quiet">Cuts count with their highest of 180 days.</p>
          </Group>
          <Group title="Projected amount" className="space-y-2">
            <Field label="Amount" unit="LPT">
              <input
                name="amount"
                inputMode="numeric"
                pattern="[0-9]*"
                maxLength={`${mostAmount}`.length}
                {...text(query.amount)}
                className={`${inputClasses} !h-9 !w-28 text-right`}
              />
            </Field>
            <Field label="Left alone for">
              <select name="days" {...choice(`${query.days}`)} className={`${inputClasses} !h-9 !w-auto`}>
                {horizons.map((days) => (
                  <option key={days} value={days}>
                    {horizonLabels[days]}
                  </option>
                ))}
              </select>
            </Field>
            <p className="text-ink-quiet">
              <a href="#yield" className="underline underline-offset-4">
                How yields are worked out
              </a>
            </p>
          </Group>
          <Group title="Columns">
            <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
              {columnKeys.map((key) => (
                <Tick
                  key={key}
                  name="cols"
                  value={key}
                  checked={query.columns.includes(key)}
                  label={`${columns[key].label}${columns[key].unit === 'a year' ? ', a year' : ''}`}
                />
              ))}
            </div>
          </Group>
        </div>
      </details>
    </ListForm>
  )
}

function Tick({
  name,
  value,
  checked,
  label,
}: {
  name: string
  value: string
  checked: boolean
  label: string
}) {
  return (
    <label className="flex min-h-7 items-center gap-2">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        data-on={checked ? '' : undefined}
        className="size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  )
}
