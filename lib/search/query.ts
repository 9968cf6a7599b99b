import type { Address, Hash } from 'viem'
import { parseAddress } from '@/lib/format/address-checksum'
import { textDoubts } from '@/lib/format/look-alikes'
import { cleanText, fold } from '@/lib/search/fold'

/** Both ends of an address or a number as pages shorten it. */
interface Ends {
  start: string
  end: string
}

/** What was typed, read in every way it may be meant. */
export interface SearchQuery {
  text: string
  folded: string
  /** A whole address; `broken`: its letter case is a checksum that does not add up. */
  address: { value: Address; broken: boolean } | null
  /** 32 bytes: a transaction, or a proposal's id. */
  hash: Hash | null
  /** Part of an address, at least four digits, lower case without 0x. */
  hex: string | null
  /** A shortened address or id. */
  ends: Ends | null
  /** A number: a LIP's, or part of a proposal's id. */
  digits: string | null
  /** The LIP that "LIP-101", "lip 101" or "101" names. */
  lip: string | null
  /** A name to be looked up, as typed. */
  name: string | null
  /** Looks like an address, with letters in it that no address has. */
  foreign: boolean
}

/** Whoever copies from explorers and Safes pastes more than the address. */
const around = /^(?:https?:\/\/\S+?\/|[a-z0-9-]{1,16}:)(?=(?:0x)?[0-9a-f]{40,64}(?![0-9a-f]))/i
const behind = /^((?:0x)?(?:[0-9a-f]{64}|[0-9a-f]{40}))[/?#]\S*$/i

/** Whether the text is hexadecimal digits only, some spaced as pages and messengers break them. */
function digitsOf(text: string): string {
  const core = text.replace(around, '').replace(behind, '$1')
  const joined = core.replace(/[\s_]/g, '')
  return /^(?:0x)?[0-9a-f]*$/i.test(joined) ? joined.replace(/^0x/i, '') : ''
}

/**
 * Reads what was typed. Whitespace, letter case, a missing 0x and the rest of a link around an address or hash do not matter.
 * Never throws.
 */
export function parseSearch(typed: string): SearchQuery {
  const text = cleanText(typed)
  const folded = fold(text)
  const hexadecimal = digitsOf(text)
  const whole = hexadecimal.length === 40 ? `0x${hexadecimal}` : null
  const parsed = whole === null ? null : parseAddress(whole)
  const lower = hexadecimal.toLowerCase()
  const [, start = '', end = ''] = /^(?:0x)?([0-9a-f]{2,})(?:…|\.{2,3})([0-9a-f]{2,})$/.exec(folded) ?? []
  const digits = /^\d{1,78}$/.test(folded) ? folded : null
  const [, numbered = null] = /^(?:lip[\s-]?|#)?0*(\d{1,6})$/.exec(folded) ?? []
  const named = !folded.includes(' ') && /^[^.\s/:]+(?:\.[^.\s/:]+)+$/.test(text) && start === ''
  return {
    text,
    folded,
    address:
      whole !== null && parsed
        ? {
            value: whole.toLowerCase() as Address,
            broken: !parsed.ok,
          }
        : null,
    hash: hexadecimal.length === 64 ? `0x${lower}` : null,
    hex: lower.length >= 4 && lower.length < 40 ? lower : null,
    ends: start === '' ? null : { start, end },
    digits,
    lip: numbered,
    name: named ? text : null,
    foreign: textDoubts(text, []).some(({ kind }) => kind === 'no-address'),
  }
}
