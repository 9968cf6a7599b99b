/** Units of a price: 10^-8 of the currency for one whole coin of 18 decimals. */
const WEI_P8 = 10n ** 26n

/**
 * What an amount costs in a currency, for the cost of something: rounded up to the currency's smallest unit, because a cost must
 * not look smaller than it is. Less than one unit reads "less than $0.01"; zero is "$0.00".
 *
 * @param wei of a coin with 18 decimals, not negative
 * @param priceP8 units of the currency for one coin, times 10^8
 * @param currency ISO 4217 code
 */
export function fiatCost(wei: bigint, priceP8: bigint, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: currency.toUpperCase() })
  const places = format.resolvedOptions().maximumFractionDigits ?? 2
  const product = wei * priceP8 * 10n ** BigInt(places)
  const units = (product + WEI_P8 - 1n) / WEI_P8
  const text = format.format(decimalText(units, places))
  return units === 1n && product < WEI_P8 ? `less than ${text}` : text
}

/** Exact decimal text: `Intl` takes it without going through a float. */
function decimalText(units: bigint, places: number): `${number}` {
  const digits = units.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return text as `${number}`
}
