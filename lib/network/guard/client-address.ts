/** Header in which the site's own server names the peer of the connection; whatever a visitor sends under it is dropped. */
export const peerHeader = 'x-peer-address'

/**
 * What stands for a visitor's address. One IPv6 line is a network of 2^64 addresses, so those count together; an IPv4
 * address written as IPv6 counts as what it is.
 */
function lineOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [front = '', back = ''] = address.toLowerCase().split('::')
  const groups = front === '' ? [] : front.split(':')
  const rest = back === '' ? [] : back.split(':')
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
    : []
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * Whom to count a request to. The peer of the connection, or, behind `trustedProxies` proxies, the entry of X-Forwarded-For that
 * the outermost trusted one wrote: entries left of it can be made up by the visitor.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const peer = lineOf(headers.get(peerHeader) ?? 'unknown')
  if (trustedProxies === 0) return peer
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '')
  const hop = hops.at(-trustedProxies)
  return hop === undefined ? peer : lineOf(hop)
}
