/** The minus sign of figures: as wide as a digit in tabular figures, unlike the hyphen. */
export const MINUS = '−'

/** What stands where a figure is not known; say why next to it. */
export const UNKNOWN = '—'

/** Digits in groups of three: "1,234,567". Takes text of digits only. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A whole number in groups of three, exact at any size: "1,234,567", "−12". A number is cut to its integer part. */
export function formatInteger(value: bigint | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return UNKNOWN
  const whole = typeof value === 'bigint' ? value : BigInt(Math.trunc(value))
  return whole < 0n ? `${MINUS}${groupDigits((-whole).toString())}` : groupDigits(whole.toString())
}

/** Round number in groups of three, as every page shows it: "4,250". */
export function formatRound(round: bigint): string {
  return formatInteger(round)
}

/** "1 round", "2 rounds": a count with its noun. `plural` defaults to the singular with an s. */
export function countOf(count: bigint | number, singular: string, plural = `${singular}s`): string {
  return `${formatInteger(count)} ${BigInt(count) === 1n ? singular : plural}`
}
