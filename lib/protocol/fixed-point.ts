/**
 * The protocol's three percentage bases and its rounding (contracts.md section 1). Every `/` rounds down, and a share
 * `n/d` of an amount rounds twice: first the fraction, then the product. That double rounding is visible on chain, so
 * `a·n/d` in one step would give other wei.
 *
 * Names carry the base: a `…P6` value is out of 10^6, `…P9` out of 10^9, `…P27` out of 10^27. Never mix them.
 */

/** 100 % in base 10^6: reward cut, fee share, round lock, quorum, quota. */
export const P6 = 1_000_000n
/** 100 % in base 10^9: inflation, inflation change, target bonding rate, share of minted tokens. */
export const P9 = 1_000_000_000n
/** 100 % in base 10^27: cumulative reward and fee factors, treasury cut. */
export const P27 = 10n ** 27n

/** The greatest round there is, 2^256 − 1: the deactivation round of an orchestrator that is in the set. */
export const MAX_ROUND = 2n ** 256n - 1n

/** Fraction n/d in base 10^6, rounded down. Throws RangeError on d = 0, where the contract panics 0x12. */
export function pointsP6(n: bigint, d: bigint): bigint {
  return (n * P6) / d
}

/** Fraction n/d in base 10^9, rounded down. Throws RangeError on d = 0, where the contract panics 0x12. */
export function pointsP9(n: bigint, d: bigint): bigint {
  return (n * P9) / d
}

/** Fraction n/d in base 10^27, rounded down. Throws RangeError on d = 0, where the contract panics 0x12. */
export function pointsP27(n: bigint, d: bigint): bigint {
  return (n * P27) / d
}

/** `amount` times a base-10^6 rate, rounded down. */
export function ofP6(amount: bigint, rateP6: bigint): bigint {
  return (amount * rateP6) / P6
}

/** `amount` times a base-10^9 rate, rounded down. */
export function ofP9(amount: bigint, rateP9: bigint): bigint {
  return (amount * rateP9) / P9
}

/** `amount` times a base-10^27 rate, rounded down. */
export function ofP27(amount: bigint, rateP27: bigint): bigint {
  return (amount * rateP27) / P27
}

/** The share n/d of `amount` in base 10^6, rounded down twice. Throws RangeError on d = 0. */
export function shareP6(amount: bigint, n: bigint, d: bigint): bigint {
  return ofP6(amount, pointsP6(n, d))
}

/** The share n/d of `amount` in base 10^9, rounded down twice. Throws RangeError on d = 0. */
export function shareP9(amount: bigint, n: bigint, d: bigint): bigint {
  return ofP9(amount, pointsP9(n, d))
}

/** The share n/d of `amount` in base 10^27, rounded down twice. Throws RangeError on d = 0. */
export function shareP27(amount: bigint, n: bigint, d: bigint): bigint {
  return ofP27(amount, pointsP27(n, d))
}

/** Whether a base-10^6 rate is at most 100 % (100 % is valid). */
export function validP6(rateP6: bigint): boolean {
  return rateP6 >= 0n && rateP6 <= P6
}

/** Whether a base-10^9 rate is at most 100 % (100 % is valid). */
export function validP9(rateP9: bigint): boolean {
  return rateP9 >= 0n && rateP9 <= P9
}

/** Whether a base-10^27 rate is at most 100 % (100 % is valid). */
export function validP27(rateP27: bigint): boolean {
  return rateP27 >= 0n && rateP27 <= P27
}

/** base^exponent in base 10^27, each product rounded down, by squaring. */
export function powP27(base: bigint, exponent: bigint): bigint {
  let result = P27
  let factor = base
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) / P27
    factor = (factor * factor) / P27
  }
  return result
}
