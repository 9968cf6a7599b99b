import type { Address } from 'viem'
import { parseAddress } from '@/lib/format/address-checksum'

/** What the page is asked about. `text`: as it was asked, for the field. */
export type AddressQuery =
  | { state: 'none'; text: '' }
  | { state: 'known'; text: string; address: Address }
  | { state: 'refused'; text: string; reason: string }

const refusals = {
  'not-an-address': 'Enter a whole address: 0x and 40 characters.',
  'bad-checksum': 'The letter case does not add up, so a character is wrong. Copy the address again.',
} as const

/** The address of a search parameter; a parameter that stands twice counts once. */
export function parseAddressQuery(parameter: string | string[] | undefined): AddressQuery {
  const text = (Array.isArray(parameter) ? (parameter[0] ?? '') : (parameter ?? '')).trim().slice(0, 100)
  if (text === '') return { state: 'none', text: '' }
  const parsed = parseAddress(text.replace(/^0X/, '0x'))
  if (!parsed.ok) return { state: 'refused', text, reason: refusals[parsed.reason] }
  return { state: 'known', text, address: parsed.address }
}
