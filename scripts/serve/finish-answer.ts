import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentSecurityPolicy, type SecurityOptions } from '@/lib/network/security-headers'
import { joinStreamScripts, scriptHashes } from '@/scripts/serve/inline-scripts'
import type { KeptAnswer, Rendered } from '@/scripts/serve/kept-pages'

const compress = promisify(gzip)
const compressible = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg)/
const leastBytes = 1024
/** What components/ui/loaded-view.tsx puts on a panel without its figures, as HTML and in the data of a navigation. */
const unsettled = /data-view(="|":")(late|failed)"/

function pageText({ body, status }: Rendered): string {
  return withPlainText(joinStreamScripts(body.toString('utf8')), status)
}

/**
 * Where a page ends in "not found" or an error while it is made, the framework sends an empty document that scripts fill.
 * Without scripts it says at least what happened.
 */
function withPlainText(html: string, status: number): string {
  if (!html.includes('<html id="__next_error__"')) return html
  const title = status === 404 ? 'There is no such page' : 'This page could not be made'
  const text =
    status === 404 ? 'The address is wrong, or what it named does not exist.' : 'Try again in a moment.'
  const plain = `<noscript><h1>${title}</h1><p>${text} <a href="/">Go to the overview</a></p></noscript>`
  return html.replace('<body>', `<body>${plain}`)
}

/**
 * Makes a framework's answer ready to send: inline scripts named by hash in the policy, compressed once, tagged. The answer
 * is the same for everyone, so it may be asked for again by tag.
 */
export async function finishAnswer(rendered: Rendered, security: SecurityOptions): Promise<KeptAnswer> {
  const type = rendered.headers['content-type'] ?? ''
  const html = type.startsWith('text/html') ? pageText(rendered) : null
  const body = html === null ? rendered.body : Buffer.from(html)
  const worthwhile = compressible.test(type) && body.length >= leastBytes
  const headers = { ...rendered.headers }
  // The framework's own framing and caching rules are replaced by ours.
  for (const name of [
    'content-length',
    'transfer-encoding',
    'connection',
    'keep-alive',
    'date',
    'set-cookie',
    'x-powered-by',
  ])
    delete headers[name]
  headers['content-security-policy'] = contentSecurityPolicy(
    html === null ? [] : scriptHashes(html),
    security,
  )
  const drawn = html ?? (type.startsWith('text/x-component') ? body.toString('utf8') : '')
  const etag = headers.etag ?? `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  delete headers.etag
  return {
    status: rendered.status,
    headers,
    body,
    gzip: worthwhile ? await compress(body, { level: html === null ? 6 : 7 }) : null,
    etag,
    unsettled: unsettled.test(drawn),
  }
}
