import { eventsCsv } from '@/components/network/events-csv'
import { eventsQuery } from '@/components/network/events-query'
import { loadEventsState } from '@/components/network/load-events-state'
import type { EventRow } from '@/lib/data/event-rows'
import { loadNetworkEvents } from '@/lib/data/network-events'
import { csvAnswer, plainAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

const rowsPerRequest = 900
/** 27,000 events, as the page says. */
const mostRequests = 30

/**
 * Events of the network that fit the filter as one file, complete, newest first. 400 for an account that is none (503 while names cannot be read), 413 with
 * what to do when it is too long for one file, 503 with the reason when the index does not answer.
 */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const { state, wrong } = await loadEventsState(Object.fromEntries(new URL(request.url).searchParams))
  if (wrong)
    return wrong.unknown ? unavailableAnswer(wrong) : plainAnswer(`${wrong.reason} ${wrong.next}`, 400)
  const rows: EventRow[] = []
  let after = state.after
  for (let asked = 0; asked < mostRequests; asked += 1) {
    const view = await loadNetworkEvents(eventsQuery({ ...state, after }, rowsPerRequest))
    if (!('value' in view)) return unavailableAnswer(view)
    if (view.value.rows === null) {
      return unavailableAnswer({
        reason: 'The index, which has the events, did not answer.',
        next: 'Try again in a moment.',
      })
    }
    rows.push(...view.value.rows)
    after = view.value.next
    if (!after) return csvAnswer(eventsCsv(rows), `livepeer-events-block-${view.asOf.block}`)
  }
  return plainAnswer('This list is too long for one file. Choose fewer days or another type.', 413)
}
