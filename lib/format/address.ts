import type { Address } from '@/lib/protocol/types'

const ADDRESS = /^0x[0-9a-fA-F]{40}$/

/** Whether a text has the form of an address, in any letter case; its checksum is not looked at. */
export function isAddressText(text: string): text is Address {
  return ADDRESS.test(text)
}

/** Lower-case form, as the subgraph's ids and page URLs have it. */
export function lowerAddress(address: Address): Address {
  return address.toLowerCase() as Address
}

/** "0x1234…abcd": enough to recognise, never enough to trust; the full address belongs next to it or in its title. */
export function shortenAddress(address: string): string {
  return address.length <= 12 ? address : `${address.slice(0, 6)}…${address.slice(-4)}`
}

/** "0x1234…abcd" for a transaction or block hash. */
export function shortenHash(hash: string): string {
  return hash.length <= 14 ? hash : `${hash.slice(0, 8)}…${hash.slice(-4)}`
}
