import { describe, expect, it } from 'vitest'
import { votesFigure } from '@/components/overview/my-position-model'

describe('votes that wait', () => {
  it.each([
    [null, null],
    [{ polls: null, proposals: null }, null],
    [
      { polls: 0, proposals: 0 },
      { value: '0', note: 'no vote waits', href: '/voting' },
    ],
    [
      { polls: 1, proposals: 2 },
      { value: '3', note: '1 LIP poll, 2 proposals', href: '/treasury' },
    ],
    [
      { polls: null, proposals: 1 },
      { value: '1', note: 'polls not known, 1 proposal', href: '/treasury' },
    ],
  ])('%o', (votes, figure) => expect(votesFigure(votes)).toEqual(figure))
})
