import { type HistoryState, historyHref } from '@/components/account/history-query'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'
import { IntentLink } from '@/components/ui/intent-link'
import { type HistoryGroup, historyGroups } from '@/lib/data/account-history'

const groupWords: Record<HistoryGroup, string> = {
  staking: 'Staking',
  orchestrating: 'Orchestrating',
  gateway: 'Gateway',
  governance: 'Governance',
}

/** Filters of the history: type by links, dates by a plain form; all of it works without script. */
export function HistoryControls({ path, state }: { path: string; state: HistoryState }) {
  const types = [null, ...historyGroups]
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3" data-print="hide">
      <nav aria-label="Type of event" className="flex flex-wrap gap-1">
        {types.map((group) => (
          <IntentLink
            key={group ?? 'all'}
            href={historyHref(path, { group, from: state.from, to: state.to })}
            aria-current={state.group === group ? 'true' : undefined}
            className="inline-flex h-8 items-center rounded px-3 text-small text-ink-quiet hover:bg-raised hover:text-ink aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink"
          >
            {group ? groupWords[group] : 'All'}
          </IntentLink>
        ))}
      </nav>
      <form action={path} className="flex flex-wrap items-end gap-3 text-small">
        {state.group && <input type="hidden" name="type" value={state.group} />}
        <DayField name="from" label="From (UTC)" value={state.from} />
        <DayField name="to" label="To (UTC)" value={state.to} />
        <Button type="submit" size="sm">
          Show
        </Button>
      </form>
    </div>
  )
}

export function DayField({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-ink-quiet">{label}</span>
      <input
        type="date"
        name={name}
        defaultValue={value ?? ''}
        className={`${inputClasses} !h-8 !w-36 max-w-full`}
      />
    </label>
  )
}
