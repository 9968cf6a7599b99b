/** What the headers of a copy depend on. */
export interface SecurityOptions {
  /** Whether SITE_URL is https. */
  secure: boolean
  /** Origins that may show this site in a frame, e.g. the Safe app. */
  frameAncestors: readonly string[]
  /** WalletConnect is set up: its relay may be reached, though only when the visitor chooses it. */
  walletConnect: boolean
}

const walletConnectHosts = [
  'wss://relay.walletconnect.com',
  'wss://relay.walletconnect.org',
  'https://*.walletconnect.com',
  'https://*.walletconnect.org',
  'https://*.reown.com',
]

/**
 * Content-Security-Policy with the given script sources beside 'self' (hashes, or a nonce). Styles may be inline because the wallet
 * modal, Radix and sonner insert style elements.
 */
export function contentSecurityPolicy(scriptSources: readonly string[], options: SecurityOptions): string {
  const directives: ReadonlyArray<readonly [string, ...string[]]> = [
    ['default-src', "'self'"],
    ['script-src', "'self'", ...scriptSources],
    ['style-src', "'self'", "'unsafe-inline'"],
    ['img-src', "'self'", 'data:', 'blob:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...(options.walletConnect ? walletConnectHosts : [])],
    [
      'frame-src',
      ...(options.walletConnect
        ? ['https://verify.walletconnect.com', 'https://verify.walletconnect.org']
        : ["'none'"]),
    ],
    ['worker-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'self'"],
    ['form-action', "'self'"],
    [
      'frame-ancestors',
      ...(options.frameAncestors.length > 0 ? ["'self'", ...options.frameAncestors] : ["'none'"]),
    ],
    ...(options.secure ? [['upgrade-insecure-requests'] as const] : []),
  ]
  return directives.map((parts) => parts.join(' ')).join('; ')
}

/** Headers of every answer beside the Content-Security-Policy. HSTS only where SITE_URL is https. */
export function securityHeaders(options: SecurityOptions): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    ...(options.secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}
