import { EventLine } from '@/components/network/event-row'
import type { EventRow } from '@/lib/data/event-rows'
import { companionKinds } from '@/lib/data/event-types'
import type { Names } from '@/lib/ens/names'

/** How many events are read so that there are ten to tell: a reward call leaves up to four behind. */
export const eventsRead = 80
const shown = 10

/** The newest ten events that say something by themselves (1.4), of rows that are newest first. */
export function toldEvents(rows: readonly EventRow[]): EventRow[] {
  return rows.filter(({ kind }) => !companionKinds.has(kind)).slice(0, shown)
}

/** The newest events of the network in words, newest first. */
export function NewestEvents({
  rows,
  names,
  explorerUrl,
}: {
  rows: readonly EventRow[]
  names: Names
  explorerUrl: string | null
}) {
  if (rows.length === 0) return <p className="border-y py-8 text-ink-quiet">Nothing has happened yet.</p>
  return (
    <ul className="border-t">
      {rows.map((row) => (
        <EventLine key={`${row.id}/${row.kind}`} row={row} names={names} explorerUrl={explorerUrl} dated />
      ))}
    </ul>
  )
}
