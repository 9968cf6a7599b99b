import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { clientAddress, peerHeader } from '@/lib/network/guard/client-address'
import { contentSecurityPolicy, type SecurityOptions, securityHeaders } from '@/lib/network/security-headers'
import { anonymousRequest, capture } from '@/scripts/serve/capture'
import { finishAnswer } from '@/scripts/serve/finish-answer'
import { newNonce, nonceHeaders } from '@/scripts/serve/inline-scripts'
import { BusyError, KeptPages, type KeptPagesOptions, TooManyRendersError } from '@/scripts/serve/kept-pages'
import { pageRequest } from '@/scripts/serve/page-request'
import { createRenderGate, type RenderGateOptions } from '@/scripts/serve/render-gate'
import { sendAnswer } from '@/scripts/serve/send-answer'
import type { StaticFiles } from '@/scripts/serve/static-files'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface SiteServerOptions {
  security: SecurityOptions
  /** Host name of the site's public URL: pages never see the one a visitor sends. */
  host: string
  pages: Omit<KeptPagesOptions, 'clock'>
  /** What one visitor's address may cost. */
  renders: RenderGateOptions
  /** Proxies in front that may be believed about the visitor's address. */
  trustedProxies: number
}

/** What answers once the framework is ready; until then every request is answered 503. */
export interface Ready {
  handler: Handler
  files: StaticFiles
}

function peerOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? 'unknown'
}

/** The site's HTTP server: kept pages, compressed files and the framework's routes, all with the site's headers. */
export function createSiteServer(options: SiteServerOptions): {
  server: Server
  begin: (ready: Ready) => void
} {
  const pages = new KeptPages({ ...options.pages, clock: Date.now })
  const gate = createRenderGate(options.renders)
  const common = securityHeaders(options.security)
  const plainPolicy = contentSecurityPolicy([], options.security)
  let ready: Ready | null = null

  function sendText(
    response: ServerResponse,
    status: number,
    text: string,
    extra: Record<string, string> = {},
  ): void {
    response.writeHead(status, {
      ...common,
      'content-security-policy': plainPolicy,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...extra,
    })
    response.end(`${text}\n`)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!ready)
      return sendText(response, 503, 'The site is starting. Try again in a few seconds.', {
        'retry-after': '2',
      })
    const { handler, files } = ready
    const url = request.url ?? '/'
    const path = url.split('?')[0] ?? '/'
    const method = request.method ?? 'GET'
    if (path.startsWith('/_next/static/') && (method === 'GET' || method === 'HEAD')) {
      const file = await files.find(path)
      return file
        ? sendAnswer(request, response, file, common)
        : sendText(response, 404, 'There is no such file.')
    }
    const page = pageRequest(method, url, request.headers)
    if (page) {
      const render = async () => {
        const nonce = newNonce()
        const asked = anonymousRequest(page.url, options.host, { ...page.headers, ...nonceHeaders(nonce) })
        return finishAnswer(await capture(handler, asked), options.security, nonce)
      }
      const kept = await pages.get(page.key, render, () => gate(visitorOf(request)))
      const cacheControl = kept.status < 400 ? 'no-cache' : 'no-store'
      return sendAnswer(request, response, kept, { ...common, 'cache-control': cacheControl })
    }
    if (!path.startsWith('/api/') && method !== 'GET' && method !== 'HEAD') {
      return sendText(response, 405, 'Pages are only read.', { allow: 'GET, HEAD' })
    }
    const nonce = newNonce()
    request.headers[peerHeader] = peerOf(request)
    Object.assign(request.headers, nonceHeaders(nonce))
    // Part of a file would be compressed and tagged as if it were the whole.
    delete request.headers.range
    // The framework answers HEAD without a length; asked as GET it gives what the headers are about.
    if (method === 'HEAD') request.method = 'GET'
    // Routes of the API have limits of their own; whatever else it is may end as a page that says "not found".
    const ended = path.startsWith('/api/') ? () => undefined : gate(visitorOf(request))
    try {
      const rendered = await capture(handler, request)
      request.method = method
      sendAnswer(request, response, await finishAnswer(rendered, options.security, nonce), common)
    } finally {
      ended()
    }
  }

  /** Whose limit a request counts to. */
  function visitorOf(request: IncomingMessage): string {
    const forwarded = request.headers['x-forwarded-for']
    const headers = new Headers({ [peerHeader]: peerOf(request) })
    if (typeof forwarded === 'string') headers.set('x-forwarded-for', forwarded)
    return clientAddress(headers, options.trustedProxies)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else if (error instanceof TooManyRendersError)
        sendText(response, 429, `Too many pages at once. Try again in ${error.waitSeconds} s.`, {
          'retry-after': `${error.waitSeconds}`,
        })
      else if (error instanceof BusyError)
        sendText(response, 503, 'The site is busy. Try again in a few seconds.', { 'retry-after': '2' })
      else {
        console.error(
          `site: ${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`,
        )
        sendText(response, 500, 'Something went wrong on this server. Try again, or report it.')
      }
    })
  })
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  return { server, begin: (value) => (ready = value) }
}
