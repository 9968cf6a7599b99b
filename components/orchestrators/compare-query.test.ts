import { describe, expect, it } from 'vitest'
import { compareHref, parseCompareQuery } from '@/components/orchestrators/compare-query'

const id = (digit: string) => `0x${digit.repeat(40)}` as const
const [a, b] = [id('a'), id('b')]

describe('what is compared', () => {
  it.each([
    [`${a},${b}`, [a, b], 0],
    [[a, b], [a, b], 0],
    [` ${a} ,, ${b}`, [a, b], 0],
    [a.replace(/a/g, 'A'), [a], 0],
    [`${a},${a},0x${'A'.repeat(40)}`, [a], 0],
    [`${a},vitalik.eth,0x12`, [a], 2],
    [
      [1, 2, 3, 4, 5, 6, 7].map((digit) => id(String(digit))).join(),
      [1, 2, 3, 4, 5].map((digit) => id(String(digit))),
      2,
    ],
    ['', [], 0],
    [undefined, [], 0],
    [',,,', [], 0],
    ['<script>', [], 1],
  ])('%j', (ids, expected, dropped) => {
    expect(parseCompareQuery(ids)).toEqual({ ids: expected, dropped })
  })

  it('has one URL', () => {
    expect(compareHref([])).toBe('/orchestrators/compare')
    expect(compareHref([a, b])).toBe(`/orchestrators/compare?ids=${a},${b}`)
    expect(
      parseCompareQuery(new URL(compareHref([a, b]), 'http://x').searchParams.get('ids') ?? '').ids,
    ).toEqual([a, b])
  })
})
