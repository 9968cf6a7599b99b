import type { Address } from 'viem'
import { parseAddress } from '@/lib/format/address-checksum'

/** An address typed for somebody who gets something, or the sentence that says what is wrong with it. Never throws. */
export function parseRecipient(text: string): { to: Address } | { error: string } {
  const parsed = parseAddress(text)
  if (!parsed.ok) {
    return {
      error:
        parsed.reason === 'bad-checksum'
          ? 'At least one character of this address is wrong: its checksum does not add up.'
          : 'Enter a whole address: 0x and 40 hex digits.',
    }
  }
  return /^0x0{40}$/.test(parsed.address) ? { error: 'This is the zero address.' } : { to: parsed.address }
}
