import { listItems } from '@/components/orchestrators/list-items'
import { parseListQuery } from '@/components/orchestrators/list-query'
import { orchestratorsCsv } from '@/components/orchestrators/orchestrators-csv'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { loadScores } from '@/lib/metrics/scores'
import { csvAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/**
 * The list as a file, from the same loader as the page; 503 with the reason when there is none. Without the index it holds
 * the next round's active set only, and its name says so. `amount` and `days` name what is projected, as on the page.
 */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const query = parseListQuery(new URL(request.url).searchParams)
  const [view, scores] = await Promise.all([loadOrchestrators(), loadScores()])
  if (!('value' in view)) return unavailableAnswer(view)
  const { complete } = view.value
  return csvAnswer(
    orchestratorsCsv(view.value, listItems(view.value, query, scores), query),
    `livepeer-${complete ? '' : 'active-only-'}orchestrators-block-${view.asOf.block}`,
  )
}
