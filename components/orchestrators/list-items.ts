import { defaultQuery, type ListQuery } from '@/components/orchestrators/list-query'
import type { ListItem } from '@/components/orchestrators/list-select'
import { projectAll } from '@/lib/data/projections'
import type { Served } from '@/lib/data/served'
import type { OrchestratorsView } from '@/lib/data/types'
import type { ScoresView } from '@/lib/metrics/scores'

/** The loader's rows with projections of the wish in the URL and scores; without a server of scores they are unknown. */
export function listItems(
  view: OrchestratorsView,
  query: Pick<ListQuery, 'amount' | 'days'>,
  scores: Served<ScoresView> | undefined,
): ListItem[] {
  const usual = query.amount === defaultQuery.amount && query.days === defaultQuery.days
  const wish = { amountWei: BigInt(query.amount) * 10n ** 18n, days: query.days }
  const ranges = usual ? view.rows.map(({ projected }) => projected) : projectAll(view, view.rows, wish)
  const known = scores && 'value' in scores ? scores.value.byAddress : null
  return view.rows.map((row, place) => ({
    row,
    projected: ranges[place] ?? null,
    score: known ? (known.get(row.address.toLowerCase())?.overall.score ?? null) : undefined,
  }))
}
