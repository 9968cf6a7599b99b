import { P9, P27 } from './fixed-point'
import type { LedgerLine } from './ledger'

/** What totals are made of: a line, and what its round cost where nothing came. */
export interface CountedLine
  extends Pick<LedgerLine, 'reward' | 'fees' | 'principalIn' | 'principalOut' | 'slashed' | 'withdrawnFees'> {
  /** Stake when the round began, wei. */
  startStake: bigint
  missed: boolean
  /** Claimed ahead of the reward call. */
  early: boolean
  /** Estimated cost of a missed or early round; null: not known or nothing missed. */
  missedCost: bigint | null
}

/** Sums over a span of rounds: LPT and ETH in wei. */
export interface LedgerTotals {
  /** Rounds with stake. */
  rounds: number
  reward: bigint
  fees: bigint
  principalIn: bigint
  principalOut: bigint
  slashed: bigint
  withdrawnFees: bigint
  missedRounds: number
  earlyRounds: number
  /** Sum of the known estimates. */
  missedCost: bigint
  /** What one unit of stake held through the span grew to by rewards, base 10^27 (see `stakeGrowth`). */
  growthP27: bigint
}

/**
 * What stake held through these rounds grew to by rewards, base 10^27 and rounded down: the product over rounds of
 * (stake at start + reward) / stake at start. Stake put in or taken out does not change it (a time-weighted return); rounds
 * without stake count as no growth.
 */
export function stakeGrowth(lines: readonly Pick<CountedLine, 'reward' | 'startStake'>[]): bigint {
  return lines.reduce(
    (growth, { reward, startStake }) =>
      startStake > 0n ? (growth * (startStake + reward)) / startStake : growth,
    P27,
  )
}

/**
 * Rounds that passed while there was stake: each line counts the rounds since the line before it, so that rounds nobody
 * initialised, which have no line, count as time all the same.
 * @param lines in the order of rounds
 */
export function elapsedRounds(lines: readonly { round: bigint; startStake: bigint }[]): bigint {
  return lines.reduce((passed, { round, startStake }, index) => {
    const before = lines[index - 1]?.round ?? round - 1n
    return startStake > 0n ? passed + round - before : passed
  }, 0n)
}

/** A growth factor as a yield over its span, base 10^9, rounded down. */
export function yieldOfGrowth(growthP27: bigint): bigint {
  return (growthP27 - P27) / (P27 / P9)
}

/** Sums of some lines, which must be in the order of rounds. */
export function ledgerTotals(lines: readonly CountedLine[]): LedgerTotals {
  const sum = (pick: (line: CountedLine) => bigint) => lines.reduce((total, line) => total + pick(line), 0n)
  return {
    rounds: lines.filter(({ startStake }) => startStake > 0n).length,
    reward: sum(({ reward }) => reward),
    fees: sum(({ fees }) => fees),
    principalIn: sum(({ principalIn }) => principalIn),
    principalOut: sum(({ principalOut }) => principalOut),
    slashed: sum(({ slashed }) => slashed),
    withdrawnFees: sum(({ withdrawnFees }) => withdrawnFees),
    missedRounds: lines.filter(({ missed }) => missed).length,
    earlyRounds: lines.filter(({ early }) => early).length,
    missedCost: sum(({ missedCost }) => missedCost ?? 0n),
    growthP27: stakeGrowth(lines),
  }
}

/** Lines in groups of the same key (a month, a year), in the order in which keys first appear. */
export function ledgerTotalsBy<Line extends CountedLine>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): { key: string; lines: readonly Line[]; totals: LedgerTotals }[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const key = keyOf(line)
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return [...groups].map(([key, group]) => ({ key, lines: group, totals: ledgerTotals(group) }))
}
