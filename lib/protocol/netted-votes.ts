import { type Address, sameAddress } from './types'

/** One account's vote with its full weight, before anything is taken off. */
export interface WeighedVote<Choice> {
  voter: Address
  choice: Choice
  /** Voting power of the account, wei of LPT: for an orchestrator all stake delegated to it, else its own. */
  weight: bigint
  /**
   * Whom it delegates to at the time that counts; itself for a registered orchestrator, null for nobody. Only a delegate
   * that is its own delegate loses weight by it.
   */
  delegate: Address | null
}

/** A vote as it counts. `counted` + `movedAway` = `weight`. */
export interface NettedVote<Choice> extends WeighedVote<Choice> {
  /** What the vote adds to its side, wei. */
  counted: bigint
  /** What delegators who voted themselves took out of it, wei; 0 for everyone but orchestrators. */
  movedAway: bigint
}

/** Whether an account votes with the stake delegated to it. */
function isOwnDelegate(vote: Pick<WeighedVote<unknown>, 'voter' | 'delegate'>): boolean {
  return vote.delegate !== null && sameAddress(vote.voter, vote.delegate)
}

/**
 * Weight each vote counts with: a delegator's vote is taken out of its orchestrator's, in whatever order they came
 * (contracts.md 10 for polls, 11.2 for the treasury). Every voter once; the order is kept.
 */
export function netVotes<Choice>(votes: readonly WeighedVote<Choice>[]): NettedVote<Choice>[] {
  const moved = new Map<string, bigint>()
  for (const vote of votes) {
    if (vote.delegate === null || isOwnDelegate(vote)) continue
    const key = vote.delegate.toLowerCase()
    moved.set(key, (moved.get(key) ?? 0n) + vote.weight)
  }
  return votes.map((vote) => {
    const movedAway = isOwnDelegate(vote) ? (moved.get(vote.voter.toLowerCase()) ?? 0n) : 0n
    return { ...vote, movedAway, counted: vote.weight - movedAway }
  })
}

/** Sum of the counted weights on one side, wei. */
export function countedFor<Choice>(votes: readonly NettedVote<Choice>[], choice: Choice): bigint {
  return votes.reduce((sum, vote) => (vote.choice === choice ? sum + vote.counted : sum), 0n)
}

/** Votes of an orchestrator's delegators: what they weigh is taken out of its own, voted itself or not. */
export function overridesOf<Vote extends WeighedVote<unknown>>(
  votes: readonly Vote[],
  orchestrator: Address,
): Vote[] {
  return votes.filter(
    ({ voter, delegate }) =>
      delegate !== null && sameAddress(delegate, orchestrator) && !sameAddress(voter, orchestrator),
  )
}

/** The weight an orchestrator's vote loses to its delegators' own votes, wei. */
export function movedAwayFrom(votes: readonly WeighedVote<unknown>[], orchestrator: Address): bigint {
  return overridesOf(votes, orchestrator).reduce((sum, { weight }) => sum + weight, 0n)
}
