/** Dates are UTC and spelled the same for every visitor: the HTML of a page is one for all. Times are seconds since 1970. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
/** The greatest second a Date can hold. */
const LAST_SECOND = 8_640_000_000_000

/** Seconds since 1970 to a Date, null outside what a Date holds. */
function toDate(seconds: bigint | number): Date | null {
  const value = Number(seconds)
  if (!Number.isFinite(value) || Math.abs(value) > LAST_SECOND) return null
  return new Date(Math.trunc(value) * 1000)
}

const two = (value: number): string => value.toString().padStart(2, '0')

/** "4 Aug 2026" in UTC; "unknown date" for a time no calendar holds. */
export function formatDate(seconds: bigint | number): string {
  const date = toDate(seconds)
  if (date === null) return 'unknown date'
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

/** "4 Aug 2026, 09:05 UTC". */
export function formatDateTime(seconds: bigint | number): string {
  const date = toDate(seconds)
  if (date === null) return 'unknown date'
  return `${formatDate(seconds)}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`
}

/** "2026-08-04T09:05:30Z" for `<time dateTime>` and exports; empty for a time no calendar holds. */
export function isoDateTime(seconds: bigint | number): string {
  const date = toDate(seconds)
  return date === null ? '' : date.toISOString().replace('.000Z', 'Z')
}
