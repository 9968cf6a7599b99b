import { orchestratorsCsv } from '@/components/orchestrators/orchestrators-csv'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/**
 * The list as a file, from the same loader as the page; 503 with the reason when there is none. Without the index it holds
 * the next round's active set only, and its name says so.
 */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const view = await loadOrchestrators()
  if (!('value' in view)) {
    return new Response(`${view.reason} ${view.next}\n`, {
      status: 503,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'retry-after': '10',
        'cache-control': 'no-store',
      },
    })
  }
  return new Response(orchestratorsCsv(view.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="livepeer-${view.value.complete ? '' : 'active-only-'}orchestrators-block-${view.asOf.block}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
