import { describe, expect, it } from 'vitest'
import { type BlockPin, pageSize, readAllPages } from '@/lib/subgraph/paging'

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(from + index).padStart(6, '0') }))

describe('reading a whole list', () => {
  it.each([0, 1, pageSize - 1])('asks once for %i rows', async (count) => {
    let asked = 0
    const page = await readAllPages(async () => {
      asked += 1
      return { rows: ids(0, count), block: 7, timestamp: 70 }
    })
    expect(page).toEqual({ rows: ids(0, count), block: 7, timestamp: 70 })
    expect(asked).toBe(1)
  })

  it('pins every further page to the block of the first, and goes on after the last id', async () => {
    const asked: [string, BlockPin][] = []
    const all = ids(0, 2 * pageSize)
    const page = await readAllPages(async (after, block) => {
      asked.push([after, block])
      const rest = all.filter(({ id }) => id > after)
      // The index moves on while the pages are read.
      return { rows: rest.slice(0, pageSize), block: 7 + asked.length - 1, timestamp: 70 }
    })
    expect(page.rows).toEqual(all)
    expect(page.block).toBe(7)
    expect(asked).toEqual([
      ['', { number_gte: 0 }],
      ['000999', { number: 7 }],
      ['001999', { number: 7 }],
    ])
  })

  it('goes by the size of page that the document asks for', async () => {
    const all = ids(0, 450)
    let asked = 0
    const page = await readAllPages(async (after) => {
      asked += 1
      return { rows: all.filter(({ id }) => id > after).slice(0, 200), block: 7, timestamp: 70 }
    }, 200)
    expect(page.rows).toEqual(all)
    expect(asked).toBe(3)
  })

  it('gives up on a list that does not end', async () => {
    await expect(
      readAllPages(async () => ({ rows: ids(0, pageSize), block: 1, timestamp: 1 })),
    ).rejects.toThrow('does not end')
  })
})
