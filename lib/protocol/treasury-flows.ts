/** LPT that came into the treasury or left it, in the order of the chain. */
export interface TreasuryFlow {
  /** Grows from event to event. */
  order: bigint
  /** `reward`: its cut of an orchestrator's reward; it comes with the `in` that carries it. */
  kind: 'in' | 'out' | 'reward'
  wei: bigint
}

/** The initialisation of a round, in the same order as flows. */
export interface RoundStart {
  order: bigint
  round: number
}

/** What a round did to the treasury. Amounts in wei of LPT. */
export interface TreasuryRound {
  round: number
  /** From rewards (contracts.md 5.4: `TreasuryReward`). */
  rewardsWei: bigint
  /** What else came in. */
  otherInWei: bigint
  outWei: bigint
  /** At the end of the round; of the newest one: now. */
  balanceWei: bigint
}

/**
 * Splits flows into rounds and counts the balance back from what it is now.
 *
 * @param balanceWei after the last flow
 * @param starts of initialised rounds, any order; flows before the first of them belong to no round and are left out
 * @returns ascending by round
 */
export function treasuryRounds(
  balanceWei: bigint,
  starts: readonly RoundStart[],
  flows: readonly TreasuryFlow[],
): TreasuryRound[] {
  const newestFirst = [...starts].sort((a, b) => (a.order > b.order ? -1 : 1))
  const left = [...flows].sort((a, b) => (a.order < b.order ? -1 : 1))
  const rounds: TreasuryRound[] = []
  let balance = balanceWei
  for (const { order, round } of newestFirst) {
    const sums = { in: 0n, out: 0n, reward: 0n }
    for (let last = left.at(-1); last && last.order > order; last = left.at(-1)) {
      sums[last.kind] += last.wei
      left.pop()
    }
    rounds.push({
      round,
      rewardsWei: sums.reward,
      otherInWei: sums.in - sums.reward,
      outWei: sums.out,
      balanceWei: balance,
    })
    balance += sums.out - sums.in
  }
  return rounds.reverse()
}
