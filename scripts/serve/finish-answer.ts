import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentSecurityPolicy, type SecurityOptions } from '@/lib/network/security-headers'
import { themeScript } from '@/lib/theme/theme-script'
import { afterParsing, asyncAgainScript } from '@/scripts/serve/after-parsing'
import {
  bearsNonce,
  dataWithoutNonce,
  elementsWithoutNonce,
  hashSource,
  joinStreamScripts,
  scriptHashes,
} from '@/scripts/serve/inline-scripts'
import type { KeptAnswer, Rendered } from '@/scripts/serve/kept-pages'

const compress = promisify(gzip)
const compressible = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg)/
const leastBytes = 1024
/** What components/ui/loaded-view.tsx puts on a panel without its figures, as HTML and in the data of a navigation. */
const unsettled = /data-view(="|":")(late|failed)"/

/**
 * A page ready to send, with the sources of the scripts it may run: the framework's own, which bear the nonce, and our theme
 * script. A page without any nonce is one that was made by the build, for failures: it holds no text of others.
 */
function finishPage({ body, status }: Rendered, nonce: string): { html: string; scripts: string[] } {
  const text = dataWithoutNonce(joinStreamScripts(body.toString('utf8'), nonce), nonce)
  const fromBuild = status >= 500 && !text.includes(nonce)
  const scripts = scriptHashes(
    text,
    (attributes, content) => fromBuild || bearsNonce(attributes, nonce) || content === themeScript,
  )
  const html = afterParsing(withPlainText(elementsWithoutNonce(text, nonce), status))
  return {
    html,
    scripts: html.includes(asyncAgainScript) ? [...scripts, hashSource(asyncAgainScript)] : scripts,
  }
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
 * Makes a framework's answer ready to send: its inline scripts named by hash in the policy, compressed once, tagged. The
 * answer is the same for everyone, so it may be asked for again by tag. `nonce` is the one it was rendered with.
 */
export async function finishAnswer(
  rendered: Rendered,
  security: SecurityOptions,
  nonce: string,
): Promise<KeptAnswer> {
  const type = rendered.headers['content-type'] ?? ''
  const page = type.startsWith('text/html') ? finishPage(rendered, nonce) : null
  const html = page?.html ?? null
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
  headers['content-security-policy'] = contentSecurityPolicy(page?.scripts ?? [], security)
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
