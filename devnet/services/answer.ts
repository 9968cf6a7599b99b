import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request on its way to an answer. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  path: string
}

/** Public data: any page may read it. */
export const OPEN_TO_PAGES = { 'access-control-allow-origin': '*' }

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

/** Text or bytes to be taken as they are. */
export function sendFile(
  response: ServerResponse,
  content: string | Buffer,
  headers: Record<string, string>,
): void {
  response.writeHead(200, { 'x-content-type-options': 'nosniff', ...OPEN_TO_PAGES, ...headers })
  response.end(content)
}
