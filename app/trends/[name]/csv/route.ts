import { trendOf } from '@/app/trends/[name]/trend-of'
import { chartCsv } from '@/components/charts/chart-data'
import { csvAnswer } from '@/lib/network/file-answer'

export const dynamic = 'force-dynamic'

/** The same figures as a file: what the chart's table shows. */
export function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return trendOf(request, params, ({ spec }, name) => csvAnswer(chartCsv(spec), `livepeer-${name}`))
}
