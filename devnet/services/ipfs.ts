import { z } from 'zod'
import { readBody } from '@/devnet/chain/read-body'
import { readHead } from '@/devnet/chain/transact'
import { type Exchange, OPEN_TO_PAGES, sendFile, sendJson } from '@/devnet/services/answer'
import type { DevnetParts } from '@/devnet/services/parts'
import { ONE_BLOCK_BYTES } from '@/lib/ipfs/content-ids'

const PIN_PATH = '/ipfs/pinning/pinJSONToIPFS'
const CID = /^(Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{58})$/

const pinRequest = z.object({
  pinataContent: z.unknown().refine((content) => content !== undefined, 'pinataContent is missing'),
  pinataOptions: z.object({ cidVersion: z.union([z.literal(0), z.literal(1)]).optional() }).optional(),
})

/** A gateway's `GET /ipfs/<cid>`: whole files by content id, never changing. */
function serveFile({ request, response, path }: Exchange, parts: DevnetParts): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendJson(response, 405, { error: 'Only GET is allowed' }, { allow: 'GET, HEAD' })
  }
  const cid = path.slice('/ipfs/'.length)
  if (!CID.test(cid)) return sendJson(response, 400, { error: 'That is no content id' }, OPEN_TO_PAGES)
  const content = parts.pins.find(cid)
  if (!content) return sendJson(response, 404, { error: `Nothing is pinned as ${cid}` }, OPEN_TO_PAGES)
  sendFile(response, content, {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=29030400, immutable',
    etag: `"${cid}"`,
    'x-ipfs-path': `/ipfs/${cid}`,
  })
}

/** A token the pinning service does not know; any other, or none, will do here. */
const REFUSED_TOKEN = /^Bearer\s+refused$|^(?!Bearer\s+\S+$)/

/** A pinning service's `POST …/pinning/pinJSONToIPFS` as Pinata has it. */
async function servePin({ request, response }: Exchange, parts: DevnetParts): Promise<void> {
  if (request.method !== 'POST') {
    return sendJson(response, 405, { error: 'Pin by POST' }, { allow: 'POST' })
  }
  // Keeps forms of other sites out: a browser asks before it sends JSON, and nothing answers.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return sendJson(response, 415, { error: 'Send application/json' })
  }
  const { authorization } = request.headers
  if (authorization !== undefined && REFUSED_TOKEN.test(authorization)) {
    return sendJson(response, 401, {
      error: { reason: 'INVALID_CREDENTIALS', details: 'The token is not known' },
    })
  }
  const text = await readBody(request, ONE_BLOCK_BYTES)
  if (text === undefined) return sendJson(response, 413, { error: `At most ${ONE_BLOCK_BYTES} bytes` })
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return sendJson(response, 400, { error: 'The body is not JSON' })
  }
  const parsed = pinRequest.safeParse(body)
  if (!parsed.success) {
    return sendJson(response, 400, { error: parsed.error.issues[0]?.message ?? 'The body is wrong' })
  }
  try {
    const pinned = parts.pins.pin(JSON.stringify(parsed.data.pinataContent))
    const { timestamp } = await readHead(parts.chain.request)
    sendJson(response, 200, {
      IpfsHash: parsed.data.pinataOptions?.cidVersion === 1 ? pinned.raw : pinned.v0,
      PinSize: pinned.content.length,
      Timestamp: new Date(timestamp * 1000).toISOString(),
      ...(pinned.duplicate ? { isDuplicate: true } : {}),
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    sendJson(response, 413, { error: error.message })
  }
}

/** Gateway and pinning service of the local network under `/ipfs/`. */
export async function serveIpfs(exchange: Exchange, parts: DevnetParts): Promise<void> {
  if (exchange.path === PIN_PATH) return servePin(exchange, parts)
  serveFile(exchange, parts)
}
