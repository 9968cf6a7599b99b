import { describe, expect, it } from 'vitest'
import { voteOverlap } from '@/components/orchestrators/vote-overlap'
import type { CastVote } from '@/lib/data/orchestrating-votes'

const about = { title: null, votedAt: null }
const proposal = (id: string, support: 'for' | 'against' | 'abstain'): CastVote => ({
  ...about,
  kind: 'proposal',
  proposal: id,
  support,
})
const poll = (last: string, choice: 'yes' | 'no'): CastVote => ({
  ...about,
  kind: 'poll',
  poll: `0x${last.repeat(40)}`,
  choice,
})

describe('voteOverlap', () => {
  it('counts what both voted on and where they agree', () => {
    const left = [proposal('1', 'for'), proposal('2', 'for'), poll('a', 'yes')]
    const right = [proposal('1', 'for'), proposal('2', 'against'), proposal('3', 'for'), poll('a', 'yes')]
    expect(voteOverlap(left, right)).toEqual({ both: 3, same: 2 })
    expect(voteOverlap(right, left)).toEqual({ both: 3, same: 2 })
  })
  it('does not take a poll for a proposal, nor nothing for agreement', () => {
    expect(voteOverlap([poll('a', 'yes')], [proposal('1', 'for')])).toEqual({ both: 0, same: 0 })
    expect(voteOverlap([], [])).toEqual({ both: 0, same: 0 })
  })
})
