import { describe, expect, it } from 'vitest'
import { ledgerHref, ledgerPage, parseLedgerQuery } from '@/components/account/ledger-query'

describe('the URL of an earnings page', () => {
  it.each([
    [{}, { by: 'round', page: 1 }],
    [
      { by: 'month', page: '3' },
      { by: 'month', page: 3 },
    ],
    [
      { by: 'week', page: '0' },
      { by: 'round', page: 1 },
    ],
    [
      { by: ['day', 'year'], page: '1e3' },
      { by: 'round', page: 1 },
    ],
  ] as const)('%j is %j', (search, query) => {
    expect(parseLedgerQuery(search as Record<string, string>)).toEqual(query)
  })

  it('has one spelling, that reads back as the same', () => {
    expect(ledgerHref('0xab', { by: 'round', page: 1 })).toBe('/accounts/0xab/earnings')
    const query = { by: 'day', page: 2 } as const
    const href = ledgerHref('0xab', query)
    const search = Object.fromEntries(new URL(href, 'http://site').searchParams)
    expect(parseLedgerQuery(search)).toEqual(query)
  })

  it('shows every row on exactly one page, newest first', () => {
    const rows = Array.from({ length: 123 }, (_, index) => index)
    const pages = [1, 2, 3].map((page) => ledgerPage(rows, page))
    expect(pages.flatMap((page) => page.rows)).toEqual(rows.toReversed())
    expect(pages.map(({ pages: count }) => count)).toEqual([3, 3, 3])
    expect(ledgerPage(rows, 99)).toEqual(pages[2])
    expect(ledgerPage([], 1)).toEqual({ rows: [], page: 1, pages: 1 })
  })
})
