import type { IncomingMessage } from 'node:http'

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

function isLoopback(hostname: string): boolean {
  return LOOPBACK_NAMES.has(hostname.toLowerCase())
}

/**
 * Why a request to `/control` is refused, or `undefined` when it may pass: it must name this machine as its host
 * (a page elsewhere whose name was pointed at 127.0.0.1 does not), and a browser's must come from this machine's pages.
 */
export function refuseForeign(request: IncomingMessage): string | undefined {
  const { host, origin } = request.headers
  if (!host || !URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname)) {
    return 'The Host of a control request must be this machine'
  }
  if (origin !== undefined && (!URL.canParse(origin) || !isLoopback(new URL(origin).hostname))) {
    return 'The Origin of a control request must be this machine'
  }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && origin === undefined && site === 'cross-site') {
    return 'A control request cannot come from another site'
  }
  return undefined
}
