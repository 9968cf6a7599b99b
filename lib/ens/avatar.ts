import { type Served, serve } from '@/lib/data/served'
import { normalName } from '@/lib/ens/clean-name'
import { localOrigin } from '@/lib/ens/ens-client'
import { type Nft, parseNft, readNftImage } from '@/lib/ens/nft'
import { type Picture, pictureOf } from '@/lib/ens/picture'
import { readTextRecord } from '@/lib/ens/read-names'
import { fetchIpfsBytes } from '@/lib/ipfs/fetch-ipfs'
import { FetchRefusedError, guardedFetch } from '@/lib/network/guarded-fetch'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'

export const avatarLimitBytes = 1_000_000
const timeoutMs = 5_000
const types = 'image/png, image/jpeg, image/gif, image/webp'

/** Why a name has no picture to show. */
export type NoPicture = 'none' | 'not-owned' | 'not-a-picture' | 'unsupported' | 'too-large' | 'not-allowed'

export type Avatar = { ok: true; picture: Picture } | { ok: false; why: NoPicture }

/** Where the bytes of a picture are. */
type Place =
  | { kind: 'inline'; bytes: Buffer }
  | { kind: 'ipfs'; path: string }
  | { kind: 'url'; url: string }
  | { kind: 'nft'; nft: Nft }

/** Reads an avatar record (ENSIP-12): https, IPFS, inline data and tokens; null: another kind. */
export function parsePlace(record: string): Place | null {
  const text = record.trim()
  const inline = /^data:image\/(?:png|jpeg|jpg|gif|webp);base64,([A-Za-z0-9+/]+=*)$/.exec(text)?.[1]
  if (inline) return { kind: 'inline', bytes: Buffer.from(inline, 'base64') }
  const path = /^(?:ipfs:\/\/(?:ipfs\/)?|\/?ipfs\/)(.+)$/.exec(text)?.[1]
  if (path) return { kind: 'ipfs', path }
  const nft = parseNft(text)
  if (nft) return { kind: 'nft', nft }
  return /^https?:\/\//i.test(text) ? { kind: 'url', url: text } : null
}

const tooMuch = new Set(['too-large', 'compressed'])
const transient = new Set(['too-slow', 'unreachable'])

/** Refusals are answers, kept like others; what may be better in a moment is not kept. */
function whyOf(error: unknown): NoPicture {
  if (!(error instanceof FetchRefusedError)) throw error
  const passing = transient.has(error.refusal) || (error.status !== null && error.status >= 500)
  if (passing) {
    throw new SourceError('The picture of this name could not be fetched.', 'Try again in a moment.', {
      cause: error,
    })
  }
  if (tooMuch.has(error.refusal)) return 'too-large'
  return error.refusal === 'status' ? 'none' : 'not-allowed'
}

async function bytesOf(place: Place): Promise<Buffer> {
  if (place.kind === 'inline') return place.bytes
  if (place.kind === 'ipfs') return fetchIpfsBytes(place.path, avatarLimitBytes)
  if (place.kind === 'nft') throw new FetchRefusedError('bad-url', 'a token inside a token')
  const { body } = await guardedFetch(place.url, {
    limitBytes: avatarLimitBytes,
    timeoutMs,
    accept: types,
    localOrigin: localOrigin(),
  })
  return body
}

async function readAvatar(name: string): Promise<Avatar> {
  const record = await readTextRecord(name, 'avatar')
  if (!record) return { ok: false, why: 'none' }
  let place = parsePlace(record)
  try {
    if (place?.kind === 'nft') {
      const image = await readNftImage(place.nft, name)
      if (image === null) return { ok: false, why: 'not-owned' }
      place = parsePlace(image)
    }
    if (!place) return { ok: false, why: 'unsupported' }
    const bytes = await bytesOf(place)
    if (bytes.length > avatarLimitBytes) return { ok: false, why: 'too-large' }
    const picture = pictureOf(bytes)
    return picture ? { ok: true, picture } : { ok: false, why: 'not-a-picture' }
  } catch (error) {
    if (isSourceError(error)) throw error
    return { ok: false, why: whyOf(error) }
  }
}

/**
 * The picture of a name, checked: bounded, of a kind that cannot hold script, from no private address (design.md 7). A name that is
 * not in its normal form has none.
 */
export async function loadAvatar(text: string): Promise<Served<Avatar>> {
  const name = normalName(text)
  if (name === null || name !== text) {
    return { state: 'ready', value: { ok: false, why: 'none' }, readAt: Math.floor(Date.now() / 1000) }
  }
  const missing =
    settings().l1.length > 0
      ? null
      : { reason: 'This copy of the site has no access to Ethereum.', next: 'Set L1_RPC_URLS.' }
  return serve({ key: name, freshness: 'per-round', missing, store: 'pictures' }, () => readAvatar(name))
}
