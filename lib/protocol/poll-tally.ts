import { P6, P9 } from './fixed-point'

/** Sides of a LIP poll; the contract's choice ids are 0 for yes and 1 for no (contracts.md section 10). */
export type PollChoice = 'yes' | 'no'

/** Choices by the contract's id; other ids are votes that never count. */
export const pollChoices: readonly PollChoice[] = ['yes', 'no']

/** Counted stake by side, wei of LPT. */
export interface PollTally {
  yes: bigint
  no: bigint
}

/** What a poll's result depends on besides the tally. */
export interface PollRules {
  /** Share of the active stake that must have voted. */
  quorumP6: bigint
  /** Share of the voted stake that "yes" must exceed. */
  quotaP6: bigint
  /** Total active stake in the round of the poll's last block, wei; null when it is not known. */
  totalStake: bigint | null
}

/**
 * `open`: votes are taken up to and including the end block. Closed: `passed`, `rejected`, `quorum-not-met`, or `unknown`
 * when the total stake is not known.
 */
export type PollState = 'open' | 'passed' | 'rejected' | 'quorum-not-met' | 'unknown'

/** Whether votes are still taken: block ≤ endBlock, both L1 blocks (contracts.md section 10). */
export function isPollOpen(blockNum: bigint, endBlock: bigint): boolean {
  return blockNum <= endBlock
}

/** Whether enough stake has voted: yes + no ≥ totalStake · quorum, without rounding. A total of 0 is reached by anything. */
export function pollQuorumReached(
  tally: PollTally,
  rules: { quorumP6: bigint; totalStake: bigint },
): boolean {
  return (tally.yes + tally.no) * P6 >= rules.totalStake * rules.quorumP6
}

/** Whether "yes" has more than its quota of the votes, strictly: a tie at 50 % is a rejection, no votes at all too. */
export function pollQuotaExceeded(tally: PollTally, quotaP6: bigint): boolean {
  return tally.yes * P6 > (tally.yes + tally.no) * quotaP6
}

/** How the tally would be judged if the poll closed with it (LIP-16, contracts.md section 10). */
export function pollVerdict(tally: PollTally, rules: PollRules): Exclude<PollState, 'open'> {
  const { totalStake } = rules
  if (totalStake === null) return 'unknown'
  if (!pollQuorumReached(tally, { quorumP6: rules.quorumP6, totalStake })) return 'quorum-not-met'
  return pollQuotaExceeded(tally, rules.quotaP6) ? 'passed' : 'rejected'
}

/** Stake that must have voted, wei, rounded up: the least sum that reaches the quorum. */
export function pollQuorumStake(totalStake: bigint, quorumP6: bigint): bigint {
  return (totalStake * quorumP6 + P6 - 1n) / P6
}

/** "Yes" out of all votes, base 10^9, rounded down; null without votes. */
export function pollSupportP9({ yes, no }: PollTally): bigint | null {
  return yes + no === 0n ? null : (yes * P9) / (yes + no)
}

/** Voted stake out of the total, base 10^9, rounded down; null when the total is not known or 0. More than 10^9 is possible. */
export function pollParticipationP9({ yes, no }: PollTally, totalStake: bigint | null): bigint | null {
  return totalStake === null || totalStake === 0n ? null : ((yes + no) * P9) / totalStake
}
