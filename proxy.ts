import { createHash, randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { accountName, unresolvedPage } from '@/lib/ens/account-name'
import { resolveName } from '@/lib/ens/names'
import { parseAddress } from '@/lib/format/address-checksum'
import { readEnv } from '@/lib/network/env'
import { peerHeader } from '@/lib/network/guard/client-address'
import { limited } from '@/lib/network/guard/limits'
import { contentSecurityPolicy, securityHeaders } from '@/lib/network/security-headers'
import { securityOptionsOf } from '@/lib/network/settings'
import { themeScript } from '@/lib/theme/theme-script'

const themeHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`

/** Where a request really goes; `answer`: a name was asked for too often, or could not be looked up. */
type Destination =
  | { kind: 'there' }
  | { kind: 'nowhere' | 'elsewhere'; url: URL }
  | { kind: 'answer'; response: Response }

/**
 * An account page whose address is none goes to a path without a page. Next then answers 404 with a page that is drawn on the
 * server; `notFound()` inside a page answers 404 with an empty one that needs script. The name of an account goes to its address.
 */
async function destination(request: NextRequest): Promise<Destination> {
  const [, account, rest = ''] = /^\/accounts\/([^/]+)(\/.*)?$/.exec(request.nextUrl.pathname) ?? []
  if (account === undefined || parseAddress(account.replace(/^0X/, '0x')).ok) return { kind: 'there' }
  const url = request.nextUrl.clone()
  url.pathname = '/accounts'
  const name = accountName(account)
  if (name === null) return { kind: 'nowhere', url }
  // Rendering of kept pages is limited by the server in front and has no visitor; whoever else asks is counted here.
  const wait = process.env.KEPT_PAGES && !request.headers.has(peerHeader) ? null : limited(request, 'api')
  if (wait) return { kind: 'answer', response: wait }
  const found = await resolveName(name)
  if (!('value' in found)) return { kind: 'answer', response: lateAnswer(unresolvedPage(name, found)) }
  if (found.value === null) return { kind: 'nowhere', url }
  url.pathname = `/accounts/${found.value.toLowerCase()}${rest === '' || rest === '/' ? '/delegating' : rest}`
  return { kind: 'elsewhere', url }
}

function lateAnswer(html: string): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '5',
  }
  return new Response(html, { status: 503, headers })
}

/**
 * Security headers where the site's own server (scripts/start.ts) is not in front: development and other hosts. Scripts of the
 * framework carry a nonce there; the theme script is named by its hash.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const there = await destination(request)
  if (there.kind === 'elsewhere') return NextResponse.redirect(there.url, 307)
  if (there.kind === 'answer') return there.response
  const rewritten = there.kind === 'nowhere' ? there.url : null
  if (process.env.KEPT_PAGES) return rewritten ? NextResponse.rewrite(rewritten) : NextResponse.next()
  const options = securityOptionsOf(readEnv())
  const nonce = randomBytes(16).toString('base64')
  const evaluation = process.env.NODE_ENV === 'development' ? ["'unsafe-eval'"] : []
  const policy = contentSecurityPolicy([`'nonce-${nonce}'`, themeHash, ...evaluation], options)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // Only the site's own server may name the peer of a connection.
  headers.delete(peerHeader)
  const forward = { request: { headers } }
  const response = rewritten ? NextResponse.rewrite(rewritten, forward) : NextResponse.next(forward)
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(securityHeaders(options))) response.headers.set(name, value)
  return response
}

export const config = { matcher: ['/((?!_next/static|_next/image).*)'] }
