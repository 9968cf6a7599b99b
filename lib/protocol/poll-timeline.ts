import type { WeighedVote } from './netted-votes'
import type { PollChoice, PollTally } from './poll-tally'
import { type Address, sameAddress } from './types'

/** One vote transaction of a poll; a later one of the same voter replaces it. */
export interface PollVoteMoment {
  voter: Address
  choice: PollChoice
  /** Unix seconds. */
  at: number
}

/** The tally after the votes of a moment. */
export interface PollMoment extends PollTally {
  at: number
}

/**
 * The tally after each vote, all weighed with the same stakes: how opinion grew, not what stakes were on the day. Overrides
 * are netted as in `netVotes`: a delegator's vote leaves its orchestrator's as soon as it is cast.
 *
 * @param votes every voter once, with weight and delegate as the tally counts them; their choices do not matter
 * @param moments ascending by time; those of voters that are not among `votes` are left out
 * @returns one entry for each distinct time
 */
export function pollTimeline(
  votes: readonly Omit<WeighedVote<PollChoice>, 'choice'>[],
  moments: readonly PollVoteMoment[],
): PollMoment[] {
  const known = new Map(votes.map((vote) => [vote.voter.toLowerCase(), vote]))
  const chosen = new Map<string, PollChoice>()
  const moved = new Map<string, bigint>()
  const tally: PollTally = { yes: 0n, no: 0n }
  const timeline: PollMoment[] = []
  for (const { voter, choice, at } of moments) {
    const key = voter.toLowerCase()
    const vote = known.get(key)
    if (!vote) continue
    const before = chosen.get(key)
    const counted = vote.weight - (moved.get(key) ?? 0n)
    if (before) tally[before] -= counted
    tally[choice] += counted
    chosen.set(key, choice)
    const orchestrator = before ? null : overriddenBy(vote, known)
    if (orchestrator !== null) {
      moved.set(orchestrator, (moved.get(orchestrator) ?? 0n) + vote.weight)
      const theirs = chosen.get(orchestrator)
      if (theirs) tally[theirs] -= vote.weight
    }
    if (timeline.at(-1)?.at === at) timeline.pop()
    timeline.push({ at, ...tally })
  }
  return timeline
}

/** Whose vote loses what this one weighs: its delegate's, where that is an orchestrator that votes. */
function overriddenBy(
  vote: Omit<WeighedVote<PollChoice>, 'choice'>,
  known: ReadonlyMap<string, Omit<WeighedVote<PollChoice>, 'choice'>>,
): string | null {
  const { delegate } = vote
  if (delegate === null || sameAddress(delegate, vote.voter)) return null
  const key = delegate.toLowerCase()
  const theirs = known.get(key)?.delegate
  return theirs && sameAddress(theirs, delegate) ? key : null
}
