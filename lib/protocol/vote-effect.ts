/** A vote that is about to be cast, and what it meets. Weights in wei of LPT. */
export interface CastingVote<Choice extends string> {
  choice: Choice
  /** The vote that stands already; null for a first one. Only polls let it change. */
  before: Choice | null
  /** Full weight of the account. */
  weightWei: bigint
  /** What delegators of the account have voted with themselves; 0 for everyone but orchestrators. */
  movedAwayWei: bigint
  /** The side its orchestrator has voted for; null when that has not voted, or the account delegates to no orchestrator. */
  overridden: Choice | null
}

/**
 * The tally once a vote is cast: it adds what is left of its weight, and a first vote of a delegator takes its weight out of
 * its orchestrator's (contracts.md 10 for polls, 11.2 for the treasury).
 */
export function tallyWithVote<Choice extends string>(
  tally: Readonly<Record<Choice, bigint>>,
  { choice, before, weightWei, movedAwayWei, overridden }: CastingVote<Choice>,
): Record<Choice, bigint> {
  const after: Record<Choice, bigint> = { ...tally }
  const counted = weightWei - movedAwayWei
  if (before !== null) after[before] -= counted
  else if (overridden !== null) after[overridden] -= weightWei
  after[choice] += counted
  return after
}
