import { describe, expect, it } from 'vitest'
import { ringParts } from '@/components/charts/ring-geometry'

const round = { lengthBlocks: 6377, startBlock: 1_000, lockStartBlock: 1_000 + 6377 - 637, overdue: false }

describe('ringParts', () => {
  it('starts empty with the lock window in the last tenth', () => {
    expect(ringParts({ ...round, blocksDone: 0 })).toEqual({ done: 0, lockStart: 900, lockLength: 100 })
  })

  it('rounds down, so that it is full only when the round is over', () => {
    expect(ringParts({ ...round, blocksDone: 6376 }).done).toBe(999)
    expect(ringParts({ ...round, blocksDone: 6377 }).done).toBe(1000)
  })

  it('stays full past the end and empty before the start', () => {
    expect(ringParts({ ...round, blocksDone: 9_000 }).done).toBe(1000)
    expect(ringParts({ ...round, blocksDone: -5 }).done).toBe(0)
  })

  it('draws no lock window when there is none', () => {
    expect(ringParts({ ...round, blocksDone: 10, lockStartBlock: 1_000 + 6377 }).lockLength).toBe(0)
  })

  it('draws an empty ring for a round without length', () => {
    expect(ringParts({ ...round, lengthBlocks: 0, blocksDone: 0 })).toEqual({
      done: 0,
      lockStart: 0,
      lockLength: 0,
    })
  })
})
