import { loadTrial } from '@/lib/data/proposing'
import { parseTrial, trialBodyLimitBytes } from '@/lib/data/trial-request'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { readJson } from '@/lib/network/guard/read-json'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** A trial runs code of the caller's choice on the node: it counts as this many requests. */
const tokens = 10

/** What a proposal that is not sent yet would do, carried out by the treasury at the newest block. Changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const wait = limited(request, 'api', tokens)
  if (wait) return wait
  const read = await readJson(request, trialBodyLimitBytes)
  if (!read.ok) return refuse(read.refusal)
  const parsed = parseTrial(read.body)
  if (!parsed.ok) return refuse({ status: 400, message: parsed.message })
  return viewAnswer(request, await loadTrial(parsed.parts))
}
