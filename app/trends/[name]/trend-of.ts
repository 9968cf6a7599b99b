import { loadTrend, trendNames } from '@/components/overview/load-trend'
import type { Trend } from '@/components/overview/trend-charts'
import { parseTrendQuery } from '@/components/overview/trend-query'
import { plainAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'

/** One chart of the overview by its name and the parameters of the page; an answer that says why not: 404, 429, 503. */
export async function trendOf(
  request: Request,
  params: Promise<{ name: string }>,
  answer: (trend: Trend, name: string) => Response,
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const asked = (await params).name
  const name = trendNames.find((known) => known === asked)
  if (!name) return plainAnswer('There is no such chart.', 404)
  const query = parseTrendQuery(Object.fromEntries(new URL(request.url).searchParams))
  const view = await loadTrend(name, query)
  return 'value' in view ? answer(view.value, name) : unavailableAnswer(view)
}
