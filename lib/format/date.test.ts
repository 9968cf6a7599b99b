import { expect, test } from 'vitest'
import { formatDate, formatDateTime, isoDateTime } from './date'

test.each([
  [0, '1 Jan 1970', '1 Jan 1970, 00:00 UTC', '1970-01-01T00:00:00Z'],
  [1_785_834_330n, '4 Aug 2026', '4 Aug 2026, 09:05 UTC', '2026-08-04T09:05:30Z'],
  [1_709_251_199, '29 Feb 2024', '29 Feb 2024, 23:59 UTC', '2024-02-29T23:59:59Z'],
  [1_709_251_200, '1 Mar 2024', '1 Mar 2024, 00:00 UTC', '2024-03-01T00:00:00Z'],
])('%s in UTC', (seconds, date, dateTime, iso) => {
  expect(formatDate(seconds)).toBe(date)
  expect(formatDateTime(seconds)).toBe(dateTime)
  expect(isoDateTime(seconds)).toBe(iso)
})

test.each([2n ** 256n - 1n, Number.NaN, Number.POSITIVE_INFINITY, -(10n ** 20n)])(
  '%s is no date, and nothing throws',
  (seconds) => {
    expect(formatDate(seconds)).toBe('unknown date')
    expect(formatDateTime(seconds)).toBe('unknown date')
    expect(isoDateTime(seconds)).toBe('')
  },
)
