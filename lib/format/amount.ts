import { scaledToDecimal } from './decimal'
import { groupDigits, MINUS } from './number'

/**
 * Amounts in wei (18 decimals) as text. Every form rounds toward zero, so that nobody is shown more than they have; what
 * is above zero but below the last shown digit reads "< 0.01", never "0.00".
 */
const DECIMALS = 18

/** Exact amount with grouped integer part: "1,234.000000000000000001", "0", "−3.5". */
export function exactAmount(wei: bigint): string {
  const [whole = '0', fraction] = scaledToDecimal(wei < 0n ? -wei : wei, DECIMALS).split('.')
  return `${wei < 0n ? MINUS : ''}${groupDigits(whole)}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Amount with a fixed number of decimals (0 to 18), for columns: "1,234.50", "0.00", "< 0.01"; rounded toward zero. */
export function fixedAmount(wei: bigint, places = 2): string {
  const size = wei < 0n ? -wei : wei
  const sign = wei < 0n ? MINUS : ''
  const shown = size / 10n ** BigInt(DECIMALS - places)
  if (shown === 0n && size > 0n) return `${sign === '' ? '<' : '>'} ${sign}${smallest(places)}`
  const digits = shown.toString().padStart(places + 1, '0')
  const whole = groupDigits(digits.slice(0, digits.length - places))
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`
}

function smallest(places: number): string {
  return places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`
}

const STEPS = [
  { size: 10n ** 9n, suffix: 'B' },
  { size: 10n ** 6n, suffix: 'M' },
  { size: 10n ** 3n, suffix: 'k' },
] as const

/**
 * Short amount for tight places: three significant digits with k, M or B from a thousand up ("1.23M", "45.6k", "999"),
 * two decimals below a hundred ("12.34"), "< 0.01" for dust; rounded toward zero.
 */
export function compactAmount(wei: bigint): string {
  const size = wei < 0n ? -wei : wei
  const sign = wei < 0n ? MINUS : ''
  const unit = 10n ** BigInt(DECIMALS)
  const step = STEPS.find((candidate) => size >= candidate.size * unit)
  if (step === undefined) {
    if (size >= 100n * unit) return `${sign}${size / unit}`
    return size === 0n ? '0' : fixedAmount(wei, 2)
  }
  const hundredths = (size * 100n) / (step.size * unit)
  const whole = hundredths / 100n
  const places = whole >= 100n ? 0 : whole >= 10n ? 1 : 2
  const fraction = (hundredths % 100n).toString().padStart(2, '0').slice(0, places)
  return `${sign}${groupDigits(whole.toString())}${places === 0 ? '' : `.${fraction}`}${step.suffix}`
}

/** Amount with its sign always shown, for changes: "+1.50", "−0.20", "0.00", "< +0.01"; rounded toward zero. */
export function signedAmount(wei: bigint, places = 2): string {
  const text = fixedAmount(wei, places)
  if (wei <= 0n) return text
  return text.startsWith('< ') ? `< +${text.slice(2)}` : `+${text}`
}
