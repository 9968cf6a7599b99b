import { BlockList, isIP } from 'node:net'

/** Networks of IPv4 that are nobody's on the public internet (IANA special-purpose registry), and multicast. */
const closedV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Parts of IPv6's public range (2000::/3) that lead elsewhere: tunnels into IPv4, documentation, special purposes. */
const closedV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const v4 = new BlockList()
for (const [network, prefix] of closedV4) v4.addSubnet(network, prefix, 'ipv4')
const openV6 = new BlockList()
openV6.addSubnet('2000::', 3, 'ipv6')
const v6 = new BlockList()
for (const [network, prefix] of closedV6) v6.addSubnet(network, prefix, 'ipv6')

/**
 * Whether an IP address is one of the public internet. Everything else (loopback, private, link-local with the metadata services of
 * clouds, mapped and tunnelled forms, what is no address) is not.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !v4.check(address, 'ipv4')
  // A zone names an interface of this machine.
  if (family === 6 && !address.includes('%'))
    return openV6.check(address, 'ipv6') && !v6.check(address, 'ipv6')
  return false
}
