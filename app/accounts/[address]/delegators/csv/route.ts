import { delegatorsCsv } from '@/components/account/delegators-csv'
import { loadDelegators } from '@/lib/data/delegators'
import { parseAddress } from '@/lib/format/address-checksum'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })

/** Everyone bonded to an account as a file; 404 for what is no address, 503 with the reason when the list is not known. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const parsed = parseAddress((await params).address)
  if (!parsed.ok) return plain('This is no address.', 404)
  const view = await loadDelegators(parsed.address)
  if (!('value' in view)) return plain(`${view.reason} ${view.next}`, 503, { 'retry-after': '10' })
  const { rows, round } = view.value
  if (rows === null) {
    return plain('The index, which lists delegators, did not answer. Try again in a moment.', 503, {
      'retry-after': '10',
    })
  }
  return new Response(delegatorsCsv({ rows, round }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="livepeer-delegators-${parsed.address}-block-${view.asOf.block}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
