import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counted, DAY, dayOf, lastWhole, WEEK, weekOf, weeksOf } from '@/lib/protocol/day-series'

/** Monday 5 January 2026. */
const monday = 1_767_571_200

const days = (from: number, values: readonly (bigint | null)[]): Counted[] =>
  values.map((value, place) => ({
    at: from + place * DAY,
    value,
    running: place === values.length - 1,
  }))

describe('days and weeks of UTC', () => {
  it.each([
    [0, 0, -3 * DAY],
    [monday, monday, monday],
    [monday - 1, monday - DAY, monday - WEEK],
    [monday + WEEK - 1, monday + 6 * DAY, monday],
  ])('second %d: day %d, week %d', (second, day, week) => {
    expect(dayOf(second)).toBe(day)
    expect(weekOf(second)).toBe(week)
    expect(new Date(weekOf(second) * 1000).getUTCDay()).toBe(1)
  })
})

describe('weeksOf', () => {
  it('sums whole weeks, marks the running one, and leaves out a first one that began before the days', () => {
    const series = days(monday - 2 * DAY, [9n, 9n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 10n, 20n])
    expect(weeksOf(series)).toEqual([
      { at: monday, value: 28n, running: false },
      { at: monday + WEEK, value: 30n, running: true },
    ])
  })

  it('runs on a Sunday that still runs, and is whole when Monday has begun', () => {
    expect(weeksOf(days(monday, [1n, 1n, 1n, 1n, 1n, 1n, 1n]))).toEqual([
      { at: monday, value: 7n, running: true },
    ])
    expect(weeksOf(days(monday, [1n, 1n, 1n, 1n, 1n, 1n, 1n, 0n]))[0]).toEqual({
      at: monday,
      value: 7n,
      running: false,
    })
  })

  it('is unknown with an unknown day in it', () => {
    const [first, second] = weeksOf(days(monday, [1n, null, 1n, 1n, 1n, 1n, 1n, 1n]))
    expect(first?.value).toBeNull()
    expect(second?.value).toBe(1n)
  })

  it('keeps every day from the first Monday on in exactly one week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 1, maxLength: 60 }),
        (offset, values) => {
          const series = days(monday + offset * DAY, values)
          const first = series.findIndex(({ at }) => at === weekOf(at))
          const counted = first === -1 ? [] : values.slice(first)
          const sum = weeksOf(series).reduce((total, { value }) => total + (value ?? 0n), 0n)
          expect(sum).toBe(counted.reduce((total, value) => total + value, 0n))
        },
      ),
    )
  })
})

describe('lastWhole', () => {
  it('compares two whole days and never the running one', () => {
    expect(lastWhole(days(monday, [10n, 12n, 1n]), DAY)).toEqual({
      at: monday + DAY,
      value: 12n,
      before: 10n,
    })
  })
  it('knows nothing to compare with across a gap or at the beginning', () => {
    expect(lastWhole(days(monday, [null, 12n, 1n]), DAY)?.before).toBeNull()
    expect(lastWhole(days(monday, [12n, 1n]), DAY)?.before).toBeNull()
    const [first, , ...rest] = days(monday, [10n, 11n, 12n, 1n])
    expect(lastWhole(first ? [first, ...rest] : rest, DAY)?.before).toBeNull()
  })
  it('is null when the newest whole day is not known, or none is whole', () => {
    expect(lastWhole(days(monday, [10n, null, 1n]), DAY)).toBeNull()
    expect(lastWhole(days(monday, [1n]), DAY)).toBeNull()
    expect(lastWhole([], DAY)).toBeNull()
  })
})
