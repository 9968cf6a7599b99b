import { DayField } from '@/components/account/history-controls'
import { eventGroupWords, typeWords } from '@/components/network/event-words'
import {
  choiceText,
  chosenTypes,
  type EventsState,
  eventsHref,
  eventsPath,
} from '@/components/network/events-query'
import type { NoAccount } from '@/components/network/load-events-state'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'
import { IntentLink } from '@/components/ui/intent-link'
import { eventGroups, eventTypes } from '@/lib/data/event-types'

const chip =
  'inline-flex h-8 items-center rounded px-3 text-small whitespace-nowrap text-ink-quiet focus-visible:-outline-offset-2 hover:bg-raised hover:text-ink aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink'

/** Filters of the network's events: groups by links, one type, account and days by a plain form; all of it works without script. */
export function EventsControls({ state, wrong }: { state: EventsState; wrong: NoAccount | null }) {
  const kept = { account: state.account, from: state.from, to: state.to }
  const isOpen =
    state.noAccount !== null ||
    state.account !== null ||
    state.from !== null ||
    state.to !== null ||
    (state.choice !== null && 'type' in state.choice)
  const group =
    state.choice && ('group' in state.choice ? state.choice.group : eventTypes[state.choice.type].group)
  return (
    <div className="space-y-4" data-print="hide">
      <nav aria-label="What events are about" className="-mx-3 flex flex-wrap gap-1">
        <IntentLink href={eventsHref(kept)} aria-current={group ? undefined : 'true'} className={chip}>
          All
        </IntentLink>
        {eventGroups.map((name) => (
          <IntentLink
            key={name}
            href={eventsHref({ ...kept, choice: { group: name } })}
            aria-current={group === name ? 'true' : undefined}
            className={chip}
          >
            {eventGroupWords[name]}
          </IntentLink>
        ))}
      </nav>
      <details className="border-y text-small" open={isOpen || undefined}>
        <summary className="flex h-10 cursor-pointer items-center font-medium hover:text-ink">
          <span className="underline underline-offset-4">Type, account and days</span>
        </summary>
        <form
          action={eventsPath}
          role="search"
          className="grid grid-cols-2 items-end gap-3 pt-2 pb-5 lg:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_auto_auto_auto]"
        >
          <label className="col-span-2 flex min-w-0 flex-col gap-1 lg:col-span-1">
            <span className="text-ink-quiet">Type of event</span>
            <select
              key={state.choice ? choiceText(state.choice) : ''}
              name="type"
              defaultValue={state.choice ? choiceText(state.choice) : ''}
              className={`${inputClasses} !h-8`}
            >
              <option value="">Every type</option>
              {eventGroups.map((name) => (
                <optgroup key={name} label={eventGroupWords[name]}>
                  <option value={name}>{eventGroupWords[name]}, all</option>
                  {(chosenTypes({ group: name }) ?? []).map((type) => (
                    <option key={type} value={eventTypes[type].slug}>
                      {typeWords(type)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <label className="col-span-2 flex min-w-0 flex-col gap-1 lg:col-span-1">
            <span className="text-ink-quiet">Account, on either side</span>
            <input
              key={state.account ?? state.noAccount}
              name="account"
              defaultValue={state.account ?? state.noAccount ?? ''}
              placeholder="0x… or a name"
              maxLength={64}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong ? 'no-account' : undefined}
              className={`${inputClasses} !h-8 font-mono`}
            />
          </label>
          <DayField name="from" label="From (UTC)" value={state.from} />
          <DayField name="to" label="To (UTC)" value={state.to} />
          <Button type="submit" size="sm" className="col-span-2 justify-self-start lg:col-span-1">
            Show
          </Button>
        </form>
      </details>
      {wrong && (
        <p id="no-account" className="text-small text-loss">
          {wrong.reason} Events of every account are shown. {wrong.next}
        </p>
      )}
    </div>
  )
}
