/** Most significant digits that a stored decimal keeps (subgraph.md 0.2). */
export const MAX_SIGNIFICANT_DIGITS = 34

/** Digits worked out in a division before rounding to what is stored. */
const DIVISION_DIGITS = 100

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length
}

/**
 * A decimal as a graph node stores it: exact up to 34 significant digits, rounded half away from zero beyond,
 * without trailing zeros. Values are immutable; every operation rounds its result.
 */
export class BigDecimal {
  static readonly zero = new BigDecimal(0n, 0)
  static readonly one = new BigDecimal(1n, 0)

  private constructor(
    /** The digits without the point. */
    readonly unscaled: bigint,
    /** How many of them stand after the point (negative: zeros to append). */
    readonly scale: number,
  ) {}

  /** `unscaled` / 10^`scale`, rounded to 34 significant digits. */
  static of(unscaled: bigint, scale = 0): BigDecimal {
    if (unscaled === 0n) return BigDecimal.zero
    let value = unscaled
    let places = scale
    const surplus = digitCount(value) - MAX_SIGNIFICANT_DIGITS
    if (surplus > 0) {
      const unit = powerOfTen(surplus)
      const half = unit / 2n
      value = (value + (value < 0n ? -half : half)) / unit
      places -= surplus
    }
    const trailing = /0+$/.exec(value.toString())?.[0].length ?? 0
    if (trailing > 0) {
      value /= powerOfTen(trailing)
      places -= trailing
    }
    return new BigDecimal(value, places)
  }

  /**
   * A token amount in wei as whole tokens (18 decimals).
   */
  static fromWei(wei: bigint): BigDecimal {
    return BigDecimal.of(wei, 18)
  }

  /** Reads a decimal numeral (`-1.50`, `3e2`); undefined when the text is none. */
  static parse(text: string): BigDecimal | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/.exec(text.trim())
    const whole = match?.[2] ?? ''
    const fraction = match?.[3] ?? ''
    if (!match || whole.length + fraction.length === 0) return undefined
    const digits = BigInt(`${whole}${fraction}`)
    const exponent = match[4] === undefined ? 0 : Number(match[4])
    return BigDecimal.of(match[1] === '-' ? -digits : digits, fraction.length - exponent)
  }

  plus(other: BigDecimal): BigDecimal {
    const scale = Math.max(this.scale, other.scale)
    return BigDecimal.of(this.at(scale) + other.at(scale), scale)
  }

  minus(other: BigDecimal): BigDecimal {
    return this.plus(new BigDecimal(-other.unscaled, other.scale))
  }

  times(other: BigDecimal): BigDecimal {
    return BigDecimal.of(this.unscaled * other.unscaled, this.scale + other.scale)
  }

  /** @throws RangeError when `other` is zero. */
  dividedBy(other: BigDecimal): BigDecimal {
    if (other.unscaled === 0n) throw new RangeError('BigDecimal division by zero')
    const shift = DIVISION_DIGITS + digitCount(other.unscaled)
    return BigDecimal.of(
      (this.unscaled * powerOfTen(shift)) / other.unscaled,
      this.scale - other.scale + shift,
    )
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: BigDecimal): number {
    const scale = Math.max(this.scale, other.scale)
    const difference = this.at(scale) - other.at(scale)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  equals(other: BigDecimal): boolean {
    return this.unscaled === other.unscaled && this.scale === other.scale
  }

  isPositive(): boolean {
    return this.unscaled > 0n
  }

  /** Plain decimal without exponent and trailing zeros: `0`, `12.5`, `-0.001`. */
  toString(): string {
    if (this.scale <= 0) return (this.unscaled * powerOfTen(-this.scale)).toString()
    const negative = this.unscaled < 0n
    const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0')
    const point = digits.length - this.scale
    return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
  }

  private at(scale: number): bigint {
    return this.unscaled * powerOfTen(scale - this.scale)
  }
}
