/** Spans of time, given in seconds: callers subtract chain time, nothing here reads a clock. */

const UNITS = [
  { seconds: 86_400n, short: 'd', long: 'day' },
  { seconds: 3_600n, short: 'h', long: 'hour' },
  { seconds: 60n, short: 'min', long: 'minute' },
  { seconds: 1n, short: 's', long: 'second' },
] as const

function whole(seconds: bigint | number): bigint {
  if (typeof seconds === 'bigint') return seconds
  return Number.isFinite(seconds) ? BigInt(Math.trunc(seconds)) : 0n
}

/** "6 d 4 h", "3 h 12 min", "45 s": the two largest units, the rest cut off; a negative span counts as 0. */
export function formatDuration(seconds: bigint | number): string {
  const span = whole(seconds)
  const first = UNITS.findIndex((unit) => span >= unit.seconds)
  const unit = UNITS[first]
  if (unit === undefined) return '0 s'
  const head = `${span / unit.seconds} ${unit.short}`
  const next = UNITS[first + 1]
  const rest = next === undefined ? 0n : (span % unit.seconds) / next.seconds
  return next === undefined || rest === 0n ? head : `${head} ${rest} ${next.short}`
}

/** "about 6 days", "about 1 hour", "less than a minute": for estimates in sentences; cut to the largest unit. */
export function aboutDuration(seconds: bigint | number): string {
  const span = whole(seconds)
  if (span < 60n) return 'less than a minute'
  const unit = UNITS.find((candidate) => span >= candidate.seconds) ?? UNITS[2]
  const count = (span + unit.seconds / 2n) / unit.seconds
  return `about ${count} ${unit.long}${count === 1n ? '' : 's'}`
}

/** "3 h 12 min ago", "in 6 d 4 h", "now": `then` and `now` in seconds since 1970. */
export function formatRelative(then: bigint | number, now: bigint | number): string {
  const difference = whole(then) - whole(now)
  if (difference === 0n) return 'now'
  return difference > 0n ? `in ${formatDuration(difference)}` : `${formatDuration(-difference)} ago`
}

/** "PT3600S" for `<time dateTime>`. */
export function isoDuration(seconds: bigint | number): string {
  const span = whole(seconds)
  return `PT${span < 0n ? 0n : span}S`
}
