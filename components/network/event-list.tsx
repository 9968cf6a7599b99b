import { EventLine } from '@/components/network/event-row'
import { type EventRow, isOfPoll } from '@/lib/data/event-rows'
import type { Names } from '@/lib/ens/names'
import { formatDate } from '@/lib/format/date'

/** Every account that rows name, to look its name up. */
export function accountsOf(rows: readonly EventRow[]): string[] {
  return rows.flatMap((row) => [
    ...(row.who ? [row.who] : row.sender ? [row.sender] : []),
    ...(row.other && !isOfPoll(row) ? [row.other] : []),
  ])
}

/** Events newest first, a heading for each day (UTC). */
export function EventList({
  rows,
  explorerUrl,
  names,
}: {
  rows: readonly EventRow[]
  explorerUrl: string | null
  /** null: the list is of one account. */
  names: Names | null
}) {
  const days = new Map<string, EventRow[]>()
  for (const row of rows) {
    const day = formatDate(row.timestamp)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return (
    <div className="space-y-6">
      {[...days].map(([day, events]) => (
        <section key={day} aria-label={day}>
          <h2 className="pb-1 text-small font-medium text-ink-quiet">{day}</h2>
          <ul className="border-t">
            {events.map((row) => (
              <EventLine key={`${row.id}/${row.kind}`} row={row} explorerUrl={explorerUrl} names={names} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
