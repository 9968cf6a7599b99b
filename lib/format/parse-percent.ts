import { P6 } from '@/lib/protocol/fixed-point'
import { scaledToDecimal } from './decimal'
import { parseAmount } from './parse-amount'

export type ParsedPercent = { ok: true; pointsP6: bigint } | { ok: false; reason: string }

/**
 * A percentage typed by a person → points out of 10^6, exactly, or a sentence why not: "12.3456" is 123456. The contract knows
 * four decimals and takes 0 to 100. Never throws, whatever the text.
 */
export function parsePercentP6(text: string): ParsedPercent {
  const typed = text.trim().replace(/\s*%$/, '')
  const parsed = parseAmount(typed, { decimals: 4, allowZero: true, limit: P6 })
  if (parsed.ok) return { ok: true, pointsP6: parsed.amount }
  switch (parsed.refusal.kind) {
    case 'too-many-decimals':
      return { ok: false, reason: 'A percentage has at most 4 digits after the point here.' }
    case 'over-limit':
    case 'too-large':
      return { ok: false, reason: 'A cut is at most 100 %.' }
    case 'negative':
      return { ok: false, reason: 'A cut is at least 0 %.' }
    case 'empty':
      return { ok: false, reason: 'Enter a percentage from 0 to 100.' }
    case 'comma':
      return { ok: false, reason: 'Use a point for decimals, such as 12.5.' }
    default:
      return { ok: false, reason: 'Enter a number, such as 12.5.' }
  }
}

/** Points out of 10^6 as the text of a percentage without its sign, exact: what parses back to the points. */
export function percentTextP6(pointsP6: bigint): string {
  return scaledToDecimal(pointsP6, 4)
}
