import { historyQuery, parseHistory } from '@/components/account/history-query'
import { eventsCsv } from '@/components/network/events-csv'
import { type HistoryRow, loadAccountHistory } from '@/lib/data/account-history'
import { parseAddress } from '@/lib/format/address-checksum'
import { csvAnswer, plainAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

const rowsPerRequest = 900
/** 27,000 events; who has more narrows the dates. */
const mostRequests = 30

/**
 * The history of an account in the chosen time and type as one file, complete. 404 for what is no address, 413 with what to
 * do when it is too long for one file, 503 with the reason when the index does not answer.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const parsed = parseAddress((await params).address)
  if (!parsed.ok) return plainAnswer('This is no address.', 404)
  const state = parseHistory(Object.fromEntries(new URL(request.url).searchParams))
  const rows: HistoryRow[] = []
  let after = state.after
  for (let asked = 0; asked < mostRequests; asked += 1) {
    const view = await loadAccountHistory(parsed.address, historyQuery({ ...state, after }, rowsPerRequest))
    if (!('value' in view)) return unavailableAnswer(view)
    if (view.value.rows === null) {
      return unavailableAnswer({
        reason: 'The index, which has the history, did not answer.',
        next: 'Try again in a moment.',
      })
    }
    rows.push(...view.value.rows)
    after = view.value.next
    if (!after) {
      return csvAnswer(eventsCsv(rows), `livepeer-history-${parsed.address}-block-${view.asOf.block}`)
    }
  }
  return plainAnswer('This history is too long for one file. Choose a shorter time.', 413)
}
