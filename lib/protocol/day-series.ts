/** Seconds of a UTC day; every day of the chain's clock has as many. */
export const DAY = 86_400
export const WEEK = 7 * DAY

/** Midnight UTC of the day a second lies in. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / DAY) * DAY
}

/** Midnight of the Monday (UTC) of the week a second lies in; 1 January 1970 was a Thursday. */
export function weekOf(seconds: number): number {
  const day = Math.floor(seconds / DAY)
  return (day - ((day + 3) % 7)) * DAY
}

/** A span of time and what was counted in it. */
export interface Counted {
  /** First second. */
  at: number
  /** null: not known. */
  value: bigint | null
  /** Still running: never compared with a whole one. */
  running: boolean
}

/**
 * Sums of UTC weeks (Monday to Sunday). A week whose beginning the days do not reach is left out; one with an unknown day is
 * unknown, because a sum without it would look like a quiet week.
 *
 * @param days one for every day, ascending, the last of them running
 */
export function weeksOf(days: readonly Counted[]): Counted[] {
  const weeks: Counted[] = []
  for (const day of days) {
    const at = weekOf(day.at)
    const week = weeks.at(-1)
    if (week?.at === at) {
      week.value = week.value === null || day.value === null ? null : week.value + day.value
      week.running ||= day.running
    } else if (day.at === at) weeks.push({ ...day, at })
  }
  // The days end inside the last week, whether or not their last one is a Sunday: it runs with it.
  return weeks
}

/** The newest whole span and the one before it. */
export interface LastWhole {
  at: number
  value: bigint
  /** Of the span right before; null: not known, or there is none. */
  before: bigint | null
}

/**
 * What a comparison is made of: two whole neighbours, never the running span.
 * @param step seconds (or rounds) from one span to the next
 * @returns null when no whole span is known, or the newest one is not
 */
export function lastWhole(series: readonly Counted[], step: number): LastWhole | null {
  const whole = series.filter(({ running }) => !running)
  const last = whole.at(-1)
  if (!last || last.value === null) return null
  const before = whole.at(-2)
  return {
    at: last.at,
    value: last.value,
    before: before && before.at === last.at - step ? before.value : null,
  }
}
