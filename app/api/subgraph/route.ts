import { proxiedAnswer } from '@/lib/data/subgraph-proxy'
import { limited } from '@/lib/network/guard/limits'
import { readJson } from '@/lib/network/guard/read-json'
import { refuse } from '@/lib/network/guard/refusal'
import { isSourceError } from '@/lib/network/source-error'
import { checkSubgraphBody, subgraphBodyLimitBytes } from '@/lib/subgraph/proxy-policy'

export const dynamic = 'force-dynamic'

const noStore = { 'cache-control': 'no-store' }

/** GraphQL for this site's own pages: its own documents only, by text or hash, limited in size and rate. */
export async function POST(request: Request): Promise<Response> {
  const wait = limited(request, 'subgraph')
  if (wait) return wait
  const read = await readJson(request, subgraphBodyLimitBytes)
  if (!read.ok) return refuse(read.refusal)
  const checked = checkSubgraphBody(read.body)
  if (!checked.ok) return refuse(checked.refusal)
  try {
    const text = await proxiedAnswer(checked.document, checked.variables)
    return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8', ...noStore } })
  } catch (error) {
    if (!isSourceError(error)) throw error
    const status = error.late ? 504 : 502
    return Response.json(
      { errors: [{ message: `${error.reason} ${error.next}` }] },
      { status, headers: noStore },
    )
  }
}
