/** One round of an orchestrator in the active set (a `Pool` row of the index): `rewarded` is false while `rewardTokens` is null. */
export interface RewardRow {
  round: bigint
  rewarded: boolean
}

/** Reward calls of an orchestrator in the last rounds. */
export interface RewardCalls {
  called: number
  missed: number
  /** True when the running round is active for it and it has not called yet: still open, not missed. */
  open: boolean
  /** Finished rounds in which it was in the set. */
  finished: number
  /** `called` (finished rounds only) out of `finished`, base 10^6, rounded down; null with no finished round. */
  ratioP6: bigint | null
}

/**
 * Counts reward calls over the window of the `windowRounds` finished rounds before `currentRound`, and the running one.
 * Only rounds with a row count: outside the active set there is nothing to call. A call in the running round adds to
 * `called` but not to the ratio, which compares like with like.
 */
export function rewardCalls(
  rows: readonly RewardRow[],
  currentRound: bigint,
  windowRounds: bigint,
): RewardCalls {
  const finished = rows.filter((row) => row.round < currentRound && row.round >= currentRound - windowRounds)
  const running = rows.find((row) => row.round === currentRound)
  const calledFinished = finished.filter((row) => row.rewarded).length
  return {
    called: calledFinished + (running?.rewarded ? 1 : 0),
    missed: finished.length - calledFinished,
    open: running !== undefined && !running.rewarded,
    finished: finished.length,
    ratioP6: finished.length === 0 ? null : (BigInt(calledFinished) * 1_000_000n) / BigInt(finished.length),
  }
}
