import { describe, expect, it } from 'vitest'
import { cursorText, pageOf, parseCursor } from '@/lib/data/event-pages'
import type { EventRow } from '@/lib/data/event-rows'

const row = (timestamp: number, block: number, logIndex: number): EventRow => ({
  id: `${block}-${logIndex}`,
  kind: 'bond',
  timestamp,
  round: 1,
  block,
  logIndex,
  tx: '0x',
  who: null,
  sender: null,
  lptWei: null,
  ethWei: null,
  other: null,
  detail: null,
})

describe('pageOf', () => {
  it('merges lists newest first and says where it goes on', () => {
    const page = pageOf([[row(30, 3, 0), row(10, 1, 0)], [row(20, 2, 5)]], { after: null, rows: 2 }, 10)
    expect(page.rows.map(({ block }) => block)).toEqual([3, 2])
    expect(page.next).toEqual({ timestamp: 20, block: 2, logIndex: 5 })
  })
  it('ends where the last row is', () => {
    expect(pageOf([[row(10, 1, 0)]], { after: null, rows: 2 }, 10).next).toBeNull()
  })
  it('goes on behind its cursor inside a block', () => {
    const lists = [[row(10, 1, 3), row(10, 1, 2), row(10, 1, 1)]]
    const page = pageOf(lists, { after: { timestamp: 10, block: 1, logIndex: 3 }, rows: 1 }, 10)
    expect(page.rows.map(({ logIndex }) => logIndex)).toEqual([2])
  })
  it('leaves out what a cut list may have hidden rows beside', () => {
    // The first list was cut at second 20: of that second and before, rows of it may be missing.
    const lists = [
      [row(30, 3, 0), row(20, 2, 0)],
      [row(20, 2, 9), row(10, 1, 0)],
    ]
    const page = pageOf([lists[0] ?? [], lists[1] ?? []], { after: null, rows: 50 }, 2)
    expect(page.rows.map(({ block }) => block)).toEqual([3])
    expect(page.cut).toBe(true)
    expect(page.next).toEqual({ timestamp: 30, block: 3, logIndex: 0 })
  })
  it('has nothing when one second fills a cut list, and says so', () => {
    const page = pageOf([[row(20, 2, 1), row(20, 2, 0)]], { after: null, rows: 50 }, 2)
    expect(page).toEqual({ rows: [], cut: true, next: null })
  })
})

describe('a cursor', () => {
  it('survives a URL', () => {
    const cursor = { timestamp: 1_780_000_000, block: 26_500_000, logIndex: 12 }
    expect(parseCursor(cursorText(cursor))).toEqual(cursor)
  })
  it.each([null, '', '1.2', '1.2.3.4', 'a.b.c', '-1.2.3'])('is none in %s', (text) => {
    expect(parseCursor(text)).toBeNull()
  })
})
