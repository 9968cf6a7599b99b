import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KeptAnswer } from '@/scripts/serve/kept-pages'

/** Whether the client takes gzip (and does not weigh it with zero). */
function acceptsGzip(header: string | string[] | undefined): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[0-9.]+)?\s*(,|$)/i.test(String(header ?? ''))
}

/** A tag without its mark of weakness: comparisons of conditional requests ignore it. */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '')
}

/** Sends a finished answer: whole or compressed, without a body to HEAD, as 304 when the client has it. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: KeptAnswer,
  extra: Readonly<Record<string, string>>,
): void {
  const packed = answer.gzip !== null && acceptsGzip(request.headers['accept-encoding'])
  const body = packed ? (answer.gzip ?? answer.body) : answer.body
  const vary = [answer.headers.vary, answer.gzip ? 'accept-encoding' : undefined].filter(Boolean).join(', ')
  // The two forms differ in their bytes and not in what they mean: their one tag is a weak one.
  const etag = answer.gzip && !answer.etag.startsWith('W/') ? `W/${answer.etag}` : answer.etag
  const headers: Record<string, string> = { ...answer.headers, ...extra, etag }
  if (vary) headers.vary = vary
  const known =
    answer.status === 200 &&
    request.headers['if-none-match']?.split(',').some((tag) => opaque(tag.trim()) === opaque(answer.etag))
  if (known) {
    response.writeHead(304, headers).end()
    return
  }
  if (packed) headers['content-encoding'] = 'gzip'
  headers['content-length'] = `${body.length}`
  response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : body)
}
