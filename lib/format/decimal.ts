/** Plain decimal text of any length: what the subgraph calls BigDecimal (no exponent in its answers, sign allowed). */
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Text of a decimal number times 10^`places`, exactly, as a bigint: a subgraph amount in whole tokens to wei with 18, a
 * fraction 0..1 to base 10^9 with 9. Digits beyond `places` are cut off (rounded toward zero), as the chain rounds; the
 * subgraph's 34 significant digits hold every wei of amounts below 10^16 tokens. Null when the text is not a plain decimal.
 */
export function decimalToScaled(text: string, places: number): bigint | null {
  const match = DECIMAL.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = whole + fraction.slice(0, places).padEnd(places, '0')
  const value = BigInt(digits)
  return sign === '-' ? -value : value
}

/** Subgraph amount in whole tokens to wei (18 decimals), cut off below one wei. Null when the text is malformed. */
export function decimalToWei(text: string): bigint | null {
  return decimalToScaled(text, 18)
}

/**
 * A bigint scaled by 10^`places` as the subgraph writes it: plain, no exponent, no trailing zeros ("0", "12.5", "-0.1").
 * Exact: the inverse of `decimalToScaled`.
 */
export function scaledToDecimal(value: bigint, places: number): string {
  const negative = value < 0n
  const digits = (negative ? -value : value).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Wei as whole tokens in plain decimal text, exact: what an amount field is filled with, and what parses back to the wei. */
export function weiToDecimal(wei: bigint): string {
  return scaledToDecimal(wei, 18)
}
