import { describe, expect, it } from 'vitest'
import { csvCell, csvFile } from '@/lib/format/csv'

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['1,234.5', '"1,234.5"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['=SUM(A1)', "'=SUM(A1)"],
    [' +1', "' +1"],
    ['-cmd', "'-cmd"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['−1.5 LPT', '−1.5 LPT'],
  ])('%j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })
})

describe('csvFile', () => {
  it('ends every line with CRLF', () => {
    expect(
      csvFile([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe('a,b\r\n1,2\r\n')
  })
})
