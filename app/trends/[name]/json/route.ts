import { trendOf } from '@/app/trends/[name]/trend-of'

export const dynamic = 'force-dynamic'

/** The figures of a chart of the overview as the chart takes them, for whoever reads it out. */
export function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return trendOf(request, params, ({ spec }) =>
    Response.json(spec, { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } }),
  )
}
