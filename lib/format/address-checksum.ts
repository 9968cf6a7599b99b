import { checksumAddress as checksummed } from 'viem'
import type { Address } from '@/lib/protocol/types'
import { isAddressText, lowerAddress } from './address'

/**
 * Checksums (EIP-55) need keccak: this file is apart from `address.ts`, so that pages which only shorten addresses do not
 * carry it.
 */

/** An address in its checksummed letter case, the form people should see and compare. */
export function checksumAddress(address: Address): Address {
  return checksummed(lowerAddress(address))
}

/** An address typed or pasted by a person. */
export type ParsedAddress =
  | { ok: true; address: Address }
  /** `bad-checksum`: mixed case that does not add up, so at least one character is wrong. */
  | { ok: false; reason: 'not-an-address' | 'bad-checksum' }

/** Text → lower-case address, or why not. All lower and all upper case carry no checksum and are taken. Never throws. */
export function parseAddress(text: string): ParsedAddress {
  const typed = text.trim()
  if (!isAddressText(typed)) return { ok: false, reason: 'not-an-address' }
  const hex = typed.slice(2)
  const mixed = hex !== hex.toLowerCase() && hex !== hex.toUpperCase()
  if (mixed && checksumAddress(typed) !== typed) return { ok: false, reason: 'bad-checksum' }
  return { ok: true, address: lowerAddress(typed) }
}
