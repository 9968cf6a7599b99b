import { isCid } from '@/lib/ipfs/cid'
import { readBytes } from '@/lib/network/fetch-json'
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
  return (await ask('The text on IPFS', cid, limitBytes)).toString('utf8')
}

/**
 * The bytes behind a content id, or behind a path below one (`<cid>/picture.png`).
 *
 * @param limitBytes larger answers are refused
 * @throws SourceError when the path is malformed or no gateway has it
 */
export async function fetchIpfsBytes(path: string, limitBytes: number): Promise<Buffer> {
  const [cid = '', ...rest] = path.split('/')
  const wellFormed = rest.every((part) => /^[\w.~%()-]{1,200}$/.test(part) && !/^(\.|%2e)+$/i.test(part))
  if (!isCid(cid) || !wellFormed || rest.length > 8) {
    throw new SourceError('That is no path on IPFS that can be looked up.', 'Nothing can be done here.')
  }
  return ask('The file on IPFS', path, limitBytes)
}

function ask(source: string, path: string, limitBytes: number): Promise<Buffer> {
  return onRankedEndpoints(source, settings().ipfs, async ({ url, headers }) => {
    const response = await fetch(`${url}/ipfs/${path}`, {
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
    return readBytes(response, limitBytes)
  })
}
