import { parsePinRequest, pinBodyLimitBytes, pinForAccount } from '@/lib/data/pin-for-account'
import { limited } from '@/lib/network/guard/limits'
import { readJson } from '@/lib/network/guard/read-json'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

const noStore = { 'cache-control': 'no-store' }

/** Pins the text of a LIP for an account that may create polls and has signed for it. */
export async function POST(request: Request): Promise<Response> {
  const wait = limited(request, 'pin')
  if (wait) return wait
  const read = await readJson(request, pinBodyLimitBytes)
  if (!read.ok) return refuse(read.refusal)
  const permission = parsePinRequest(read.body)
  if (!permission)
    return refuse({ status: 400, message: 'Send account, LIP, commit, time, nonce and signature.' })
  const answer = await pinForAccount(permission)
  if (answer.state === 'refused') return refuse(answer.refusal)
  if (answer.state === 'failed') return Response.json(answer, { status: 503, headers: noStore })
  return Response.json(answer, { headers: noStore })
}
