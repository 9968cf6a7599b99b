import type { CastVote } from '@/lib/data/orchestrating-votes'

/** What a vote was about, and how it went. */
function ballotOf(vote: CastVote): [string, string] {
  return vote.kind === 'poll'
    ? [`poll/${vote.poll}`, vote.choice]
    : [`proposal/${vote.proposal}`, vote.support]
}

/** Votes that two accounts both cast, and in how many of them they chose the same. */
export interface VoteOverlap {
  both: number
  same: number
}

/** Overlap of two lists of votes; each vote counts once, as it stands. */
export function voteOverlap(left: readonly CastVote[], right: readonly CastVote[]): VoteOverlap {
  const known = new Map(left.map(ballotOf))
  const shared = new Map(right.map(ballotOf).filter(([ballot]) => known.has(ballot)))
  const same = [...shared].filter(([ballot, choice]) => known.get(ballot) === choice)
  return { both: shared.size, same: same.length }
}
