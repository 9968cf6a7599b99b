import { jsonAnswer } from '@/lib/data/wire'
import { isCid } from '@/lib/ipfs/cid'
import { ONE_BLOCK_BYTES } from '@/lib/ipfs/content-ids'
import { fetchIpfsText } from '@/lib/ipfs/fetch-ipfs'
import { readPollDocument } from '@/lib/ipfs/poll-document'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'
import { isSourceError } from '@/lib/network/source-error'

export const dynamic = 'force-dynamic'

/** A gateway may be asked several times for what it does not have: it counts as this many requests. */
const tokens = 10

/** The text of a poll kept on IPFS, byte for byte; nothing else that IPFS holds is served. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ cid: string }> },
): Promise<Response> {
  const wait = limited(request, 'api', tokens)
  if (wait) return wait
  const { cid } = await params
  if (!isCid(cid)) return refuse({ status: 400, message: 'Not a content id of IPFS.' })
  try {
    const content = await fetchIpfsText(cid, ONE_BLOCK_BYTES)
    if (!readPollDocument(content))
      return refuse({ status: 404, message: 'What it stands for is not the text of a poll.' })
    return jsonAnswer(request, { state: 'ready', value: { cid, content } })
  } catch (error) {
    if (!isSourceError(error)) throw error
    return jsonAnswer(request, { state: 'failed', reason: error.reason, next: error.next }, 503)
  }
}
