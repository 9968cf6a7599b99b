import { createHash, randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { themeScript } from '@/components/layout/theme-script'
import { readEnv } from '@/lib/network/env'
import { contentSecurityPolicy, securityHeaders } from '@/lib/network/security-headers'
import { securityOptionsOf } from '@/lib/network/settings'

const themeHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`

/**
 * Security headers where the site's own server (scripts/start.ts) is not in front: development and other hosts. Scripts of the
 * framework carry a nonce there; the theme script is named by its hash.
 */
export function proxy(request: NextRequest): NextResponse {
  if (process.env.KEPT_PAGES) return NextResponse.next()
  const options = securityOptionsOf(readEnv())
  const nonce = randomBytes(16).toString('base64')
  const evaluation = process.env.NODE_ENV === 'development' ? ["'unsafe-eval'"] : []
  const policy = contentSecurityPolicy([`'nonce-${nonce}'`, themeHash, ...evaluation], options)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(securityHeaders(options))) response.headers.set(name, value)
  return response
}

export const config = { matcher: ['/((?!_next/static|_next/image).*)'] }
