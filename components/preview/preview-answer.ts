import { createHash } from 'node:crypto'
import { drawPreview } from '@/components/preview/draw-preview'
import type { PreviewCard } from '@/components/preview/preview-card'
import { plainAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'
import { processWide } from '@/lib/network/process-wide'

/** Pictures kept, some 60 kB each. */
const mostKept = 128
/** Drawings that may wait for their turn; more are refused. */
const mostWaiting = 16
/** How long whoever shows a picture may do so without asking: the freshness `per-minute` of the figures. */
const cacheControl = 'public, max-age=300'
/** Changes with the drawing itself. */
const edition = 1

interface Drawings {
  kept: Map<string, Buffer>
  flights: Map<string, Promise<Buffer>>
  last: Promise<unknown>
}

function drawings(): Drawings {
  return processWide('previews', () => ({ kept: new Map(), flights: new Map(), last: Promise.resolve() }))
}

/** Draws one picture at a time, each once. */
function draw(tag: string, card: PreviewCard): Promise<Buffer> {
  const all = drawings()
  const flight = all.last
    .then(() => drawPreview(card))
    .then((picture) => {
      all.kept.set(tag, picture)
      const oldest = all.kept.size > mostKept ? all.kept.keys().next() : undefined
      if (oldest && !oldest.done) all.kept.delete(oldest.value)
      return picture
    })
    .finally(() => all.flights.delete(tag))
  all.flights.set(tag, flight)
  all.last = flight.catch(() => undefined)
  return flight
}

/**
 * A link's picture as an answer. The same figures are drawn once and then kept, whoever asks; what is not kept counts against the
 * sender's limit, and only one is drawn at a time.
 */
export async function previewAnswer(request: Request, card: PreviewCard): Promise<Response> {
  const tag = createHash('sha256')
    .update(`${edition}${JSON.stringify(card)}`)
    .digest('base64url')
    .slice(0, 27)
  const headers = { 'content-type': 'image/png', 'cache-control': cacheControl, etag: `"${tag}"` }
  const asked = request.headers.get('if-none-match')?.split(',') ?? []
  if (asked.some((each) => each.trim().replace(/^W\//, '') === headers.etag))
    return new Response(null, { status: 304, headers })
  const { kept, flights } = drawings()
  const known = kept.get(tag)
  if (known) {
    kept.delete(tag)
    kept.set(tag, known)
    return new Response(new Uint8Array(known), { headers })
  }
  const flight = flights.get(tag)
  if (!flight) {
    const wait = limited(request, 'preview')
    if (wait) return wait
    if (flights.size >= mostWaiting)
      return plainAnswer('Too many pictures at once.', 503, { 'retry-after': '5' })
  }
  return new Response(new Uint8Array(await (flight ?? draw(tag, card))), { headers })
}

/** There is nothing of that address to show. */
export const noPreview = () => plainAnswer('There is no such picture.', 404)

/** The figures are not known now: no picture rather than a wrong one. */
export const latePreview = ({ reason }: { reason: string }) =>
  plainAnswer(reason, 503, { 'retry-after': '10' })
