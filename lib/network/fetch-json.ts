import type { z } from 'zod'
import type { Endpoint } from '@/lib/network/settings'

export interface JsonRequest<Answer> {
  /** Path and query after the endpoint's URL. */
  path: string
  schema: z.ZodType<Answer>
  limitBytes: number
  timeoutMs: number
}

/** An HTTP answer that is no success. */
export class HttpStatusError extends Error {
  override readonly name = 'HttpStatusError'
  readonly status: number

  constructor(status: number) {
    super(`HTTP ${status}`)
    this.status = status
  }
}

/**
 * Bytes of an answer, bounded.
 * @throws Error when it is larger
 */
export async function readBytes(response: Response, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body) {
    for await (const chunk of response.body) {
      size += chunk.byteLength
      if (size > limitBytes) throw new Error('the answer is too large')
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks)
}

/**
 * JSON of one of the operator's own services, checked by a schema.
 * @throws Error in words for `onRankedEndpoints`; HttpStatusError when the service refuses
 */
export async function fetchJson<Answer>(endpoint: Endpoint, request: JsonRequest<Answer>): Promise<Answer> {
  const response = await fetch(`${endpoint.url}${request.path}`, {
    headers: { accept: 'application/json', ...endpoint.headers },
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(request.timeoutMs),
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new HttpStatusError(response.status)
  }
  const text = (await readBytes(response, request.limitBytes)).toString('utf8')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error('an answer without JSON')
  }
  const parsed = request.schema.safeParse(json)
  if (!parsed.success) throw new Error('an answer of another shape than expected')
  return parsed.data
}
