import { createHash, randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { themeScript } from '@/components/layout/theme-script'
import { parseAddress } from '@/lib/format/address-checksum'
import { readEnv } from '@/lib/network/env'
import { peerHeader } from '@/lib/network/guard/client-address'
import { contentSecurityPolicy, securityHeaders } from '@/lib/network/security-headers'
import { securityOptionsOf } from '@/lib/network/settings'

const themeHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`

/**
 * Where a request really goes: an account page whose address is none goes to a path without a page. Next then answers 404
 * with a page that is drawn on the server; `notFound()` inside a page answers 404 with an empty one that needs script.
 */
function destination(request: NextRequest): URL | null {
  const account = /^\/accounts\/([^/]+)/.exec(request.nextUrl.pathname)?.[1]
  if (account === undefined || parseAddress(account.replace(/^0X/, '0x')).ok) return null
  const nowhere = request.nextUrl.clone()
  nowhere.pathname = '/accounts'
  return nowhere
}

/**
 * Security headers where the site's own server (scripts/start.ts) is not in front: development and other hosts. Scripts of the
 * framework carry a nonce there; the theme script is named by its hash.
 */
export function proxy(request: NextRequest): NextResponse {
  const rewritten = destination(request)
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
