import { describe, expect, test } from 'vitest'
import { readLogsBack } from '@/lib/data/log-range'
import { SourceError } from '@/lib/network/source-error'

/** A node that gives one log a block and refuses ranges wider than it likes. */
function node(widest: number) {
  const asked: [number, number][] = []
  return {
    asked,
    ask: async ({ fromBlock, toBlock }: { fromBlock: number; toBlock: number }) => {
      asked.push([fromBlock, toBlock])
      if (toBlock - fromBlock + 1 > widest) throw new SourceError('Refused.', 'Ask for less.')
      return Array.from({ length: toBlock - fromBlock + 1 }, (_, index) => fromBlock + index)
    },
  }
}

const sorted = (logs: readonly number[]) => logs.toSorted((a, b) => a - b)

describe('readLogsBack', () => {
  test('takes everything in one request where the node allows it', async () => {
    const { ask, asked } = node(1_000)
    expect(await readLogsBack(99, ask)).toMatchObject({ fromBlock: 0 })
    expect(asked).toEqual([[0, 99]])
  })

  test('quarters a refused range and goes on backwards without gap or overlap', async () => {
    const { ask } = node(30)
    const read = await readLogsBack(99, ask)
    expect(read?.fromBlock).toBe(0)
    expect(sorted(read?.logs ?? [])).toEqual(Array.from({ length: 100 }, (_, index) => index))
  })

  test('says how far it came when the requests are used up', async () => {
    const { ask, asked } = node(2)
    const read = await readLogsBack(999, ask)
    expect(asked).toHaveLength(16)
    expect(read?.fromBlock).toBeGreaterThan(900)
    expect(sorted(read?.logs ?? [])).toEqual(
      Array.from({ length: 1_000 - (read?.fromBlock ?? 0) }, (_, index) => (read?.fromBlock ?? 0) + index),
    )
  })

  test('stops when it has enough', async () => {
    const { ask } = node(30)
    const read = await readLogsBack(99, ask, { enough: (logs) => logs.length >= 40 })
    expect(read?.logs.length).toBeGreaterThanOrEqual(40)
    expect(read?.fromBlock).toBeGreaterThan(0)
  })

  test('goes no further back than wanted', async () => {
    const { ask, asked } = node(10)
    const read = await readLogsBack(99, ask, { oldest: 75 })
    expect(read?.fromBlock).toBe(75)
    expect(sorted(read?.logs ?? [])).toEqual(Array.from({ length: 25 }, (_, index) => 75 + index))
    expect(asked.every(([fromBlock]) => fromBlock >= 75)).toBe(true)
  })

  test('is null where nothing was given', async () => {
    const { ask } = node(0)
    expect(await readLogsBack(99, ask)).toBeNull()
  })

  test('lets defects through', async () => {
    const defect = () => Promise.reject(new TypeError('defect'))
    await expect(readLogsBack(9, defect)).rejects.toThrow('defect')
  })
})
