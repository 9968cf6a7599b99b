import { historyCsv } from '@/components/account/history-csv'
import { historyQuery, parseHistory } from '@/components/account/history-query'
import { type HistoryRow, loadAccountHistory } from '@/lib/data/account-history'
import { parseAddress } from '@/lib/format/address-checksum'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

const rowsPerRequest = 900
/** 27,000 events; who has more narrows the dates. */
const mostRequests = 30

const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })

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
  if (!parsed.ok) return plain('This is no address.', 404)
  const state = parseHistory(Object.fromEntries(new URL(request.url).searchParams))
  const rows: HistoryRow[] = []
  let after = state.after
  for (let asked = 0; asked < mostRequests; asked += 1) {
    const view = await loadAccountHistory(parsed.address, historyQuery({ ...state, after }, rowsPerRequest))
    if (!('value' in view)) return plain(`${view.reason} ${view.next}`, 503, { 'retry-after': '10' })
    if (view.value.rows === null) {
      return plain('The index, which has the history, did not answer. Try again in a moment.', 503, {
        'retry-after': '10',
      })
    }
    rows.push(...view.value.rows)
    after = view.value.next
    if (!after) {
      return new Response(historyCsv(rows), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="livepeer-history-${parsed.address}-block-${view.asOf.block}.csv"`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    }
  }
  return plain('This history is too long for one file. Choose a shorter time.', 413)
}
