import { loadRounds, parseRoundsAsked } from '@/lib/data/ledger-rounds'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** Initialised rounds, newest first: `?before=&limit=`. */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const asked = parseRoundsAsked(new URL(request.url).searchParams)
  if (typeof asked === 'string') return refuse({ status: 400, message: asked })
  return viewAnswer(request, await loadRounds(asked))
}
