import type { Refusal } from '@/lib/network/guard/refusal'

/**
 * Reads a JSON body of a bounded size. Only `application/json` is taken: a page of another site cannot send that without
 * asking first, and this site never agrees.
 */
export async function readJson(
  request: Request,
  limitBytes: number,
): Promise<{ ok: true; body: unknown } | { ok: false; refusal: Refusal }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refused(415, 'Send application/json.')
  const tooLarge = refused(413, `The body is larger than ${limitBytes} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength
      if (size > limitBytes) return tooLarge
      chunks.push(chunk)
    }
  }
  try {
    return { ok: true, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return refused(400, 'The body is not JSON.')
  }
}

function refused(status: Refusal['status'], message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { status, message } }
}
