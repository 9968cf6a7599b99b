import { isCid } from '@/lib/ipfs/cid'
import { onRankedEndpoints } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

const timeoutMs = 6_000

/**
 * The bytes behind a content id as text, from the best gateway that has them. What a gateway answers is not proven to be
 * the content: treat it as text by a stranger.
 *
 * @param limitBytes larger answers are refused
 * @throws SourceError when the id is malformed or no gateway has it
 */
export async function fetchIpfsText(cid: string, limitBytes: number): Promise<string> {
  if (!isCid(cid))
    throw new SourceError('The text has no content id that can be looked up.', 'Nothing can be done here.')
  return onRankedEndpoints('The text on IPFS', settings().ipfs, async ({ url, headers }) => {
    const response = await fetch(`${url}/ipfs/${cid}`, {
      headers: { accept: 'application/json, text/plain, */*', ...headers },
      cache: 'no-store',
      // A gateway that sends the visitor elsewhere could send this server anywhere.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new Error(`HTTP ${response.status}`)
    }
    return readLimited(response, limitBytes)
  })
}

async function readLimited(response: Response, limitBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body) {
    for await (const chunk of response.body) {
      size += chunk.byteLength
      if (size > limitBytes) throw new Error('the answer is too large')
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks).toString('utf8')
}
