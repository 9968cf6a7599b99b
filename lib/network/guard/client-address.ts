/** Header in which the site's own server names the peer of the connection; whatever a visitor sends under it is dropped. */
export const peerHeader = 'x-peer-address'

/**
 * Whom to count a request to. The peer of the connection, or, behind `trustedProxies` proxies, the entry of X-Forwarded-For that
 * the outermost trusted one wrote: entries left of it can be made up by the visitor.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const peer = headers.get(peerHeader) ?? 'unknown'
  if (trustedProxies === 0) return peer
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '')
  return hops.at(-trustedProxies) ?? peer
}
