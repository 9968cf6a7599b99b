import { expect, test } from 'vitest'
import { aboutDuration, formatDuration, formatRelative, isoDuration } from './duration'

test.each([
  [-5, '0 s'],
  [0, '0 s'],
  [1, '1 s'],
  [59n, '59 s'],
  [60, '1 min'],
  [61, '1 min 1 s'],
  [3_599, '59 min 59 s'],
  [3_600n, '1 h'],
  [76_524n, '21 h 15 min'],
  [86_399, '23 h 59 min'],
  [86_400, '1 d'],
  [86_460, '1 d'],
  [535_668n, '6 d 4 h'],
  [Number.NaN, '0 s'],
])('formatDuration(%s) is %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})

test.each([
  [0, 'less than a minute'],
  [59, 'less than a minute'],
  [60, 'about 1 minute'],
  [89, 'about 1 minute'],
  [90, 'about 2 minutes'],
  [3_600, 'about 1 hour'],
  [76_524n, 'about 21 hours'],
  [86_400, 'about 1 day'],
  [535_668n, 'about 6 days'],
])('aboutDuration(%s) is %s', (seconds, text) => {
  expect(aboutDuration(seconds)).toBe(text)
})

test('relative to a given now', () => {
  expect(formatRelative(1_000, 1_000)).toBe('now')
  expect(formatRelative(1_060n, 1_000)).toBe('in 1 min')
  expect(formatRelative(1_000, 1_060n)).toBe('1 min ago')
})

test('machine form', () => {
  expect(isoDuration(3_600n)).toBe('PT3600S')
  expect(isoDuration(-1)).toBe('PT0S')
})
