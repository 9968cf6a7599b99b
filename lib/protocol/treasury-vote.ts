import { ofP6, P6, P9 } from './fixed-point'

/** Sides of a treasury vote by the governor's support number (contracts.md 11.2). */
export type TreasurySupport = 'against' | 'for' | 'abstain'

/** Support by its number: 0 against, 1 for, 2 abstain. */
export const treasurySupports: readonly TreasurySupport[] = ['against', 'for', 'abstain']

/** `LivepeerGovernor.proposalVotes`, wei of LPT. */
export interface TreasuryTally {
  against: bigint
  for: bigint
  abstain: bigint
}

/** States of `LivepeerGovernor.state` by their number (contracts.md 11.1); `expired` is never used there. */
export const proposalStates = [
  'pending',
  'active',
  'canceled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const

export type ProposalState = (typeof proposalStates)[number]

/** What the state of a proposal depends on. Rounds, amounts in wei. */
export interface ProposalFacts {
  executed: boolean
  canceled: boolean
  /** Power counts as at the end of this round; voting opens with the next. */
  snapshot: bigint
  /** Last round of voting. */
  deadline: bigint
  currentRound: bigint
  tally: TreasuryTally
  /** `quorum(snapshot)`; not readable, and not needed, before voting opens. */
  quorum: bigint | null
  quotaP6: bigint
  /** The proposal's operation in the timelock. */
  timelock: 'none' | 'scheduled' | 'done' | 'cancelled'
}

/** Whether enough power has voted; abstentions count (contracts.md 11.1). */
export function quorumReached(tally: TreasuryTally, quorum: bigint): boolean {
  return tally.against + tally.for + tally.abstain >= quorum
}

/**
 * Whether "for" has its quota of the votes with an opinion: for ≥ of_P6(for + against, quota). A tie passes at 50 %,
 * and so do zero such votes, when abstentions alone reach the quorum (contracts.md 11.1).
 */
export function voteSucceeded(tally: TreasuryTally, quotaP6: bigint): boolean {
  return tally.for >= ofP6(tally.for + tally.against, quotaP6)
}

/** The governor's state rule (contracts.md 11.1). Throws when voting is over and the quorum is not given. */
export function proposalState(facts: ProposalFacts): ProposalState {
  if (facts.executed) return 'executed'
  if (facts.canceled) return 'canceled'
  if (facts.snapshot >= facts.currentRound) return 'pending'
  if (facts.deadline >= facts.currentRound) return 'active'
  if (facts.quorum === null) throw new RangeError('The quorum of a closed vote is needed')
  if (!quorumReached(facts.tally, facts.quorum) || !voteSucceeded(facts.tally, facts.quotaP6))
    return 'defeated'
  switch (facts.timelock) {
    case 'none':
      return 'succeeded'
    case 'scheduled':
      return 'queued'
    case 'done':
      return 'executed'
    case 'cancelled':
      return 'canceled'
  }
}

/** How a tally would be judged if voting ended with it. Missing the quorum is not a rejection. */
export type TreasuryVerdict = 'succeeds' | 'quorum-not-met' | 'rejected'

/** The verdict on a tally; the quorum is judged first, so that a quiet vote is not called a rejection. */
export function treasuryVerdict(tally: TreasuryTally, quorum: bigint, quotaP6: bigint): TreasuryVerdict {
  if (!quorumReached(tally, quorum)) return 'quorum-not-met'
  return voteSucceeded(tally, quotaP6) ? 'succeeds' : 'rejected'
}

/** "For" out of for and against, base 10^9, rounded down; null when nobody took a side. */
export function treasurySupportP9(tally: TreasuryTally): bigint | null {
  const sides = tally.for + tally.against
  return sides === 0n ? null : (tally.for * P9) / sides
}

/**
 * The quorum as a share of the power there is, base 10^6: the governor's numerator again, whose product it rounded down.
 * null when there is no power.
 */
export function quorumShareP6(quorum: bigint, totalSupply: bigint): bigint | null {
  return totalSupply === 0n ? null : (quorum * P6 + totalSupply - 1n) / totalSupply
}

/** All votes cast, wei. */
function votesCast(tally: TreasuryTally): bigint {
  return tally.against + tally.for + tally.abstain
}

/** Votes cast out of a total supply of power, base 10^9, rounded down; null when that is 0. More than 10^9 is possible. */
export function treasuryParticipationP9(tally: TreasuryTally, totalSupply: bigint): bigint | null {
  return totalSupply === 0n ? null : (votesCast(tally) * P9) / totalSupply
}

/** Why an account's treasury vote weighs nothing; null when it weighs something (contracts.md section 7). */
export type PowerlessReason =
  /** Nothing is bonded, or was at the time that counts. */
  | 'no-stake'
  /** BondingVotes has no record of it. */
  | 'no-checkpoint'
  /** Its record is younger than the vote's snapshot. */
  | 'bonded-later'
  /** The account it delegates to is an orchestrator of which BondingVotes has no record. */
  | 'delegate-no-checkpoint'
  /** The account it delegates to is no orchestrator. */
  | 'delegate-not-registered'

/** What a missing weight depends on. */
export interface PowerFacts {
  weight: bigint
  hasCheckpoint: boolean
  /** Stake it has bonded now, wei. */
  bondedNow: bigint
  /** Whom it delegated to at the snapshot; null for nobody. */
  delegateAtSnapshot: string | null
  /** Of that delegate, as it is now; null for nobody. */
  delegateNow: { hasCheckpoint: boolean; registered: boolean } | null
}

/** Why the weight is 0, the most fundamental reason first. */
export function powerlessReason(facts: PowerFacts): PowerlessReason | null {
  if (facts.weight > 0n) return null
  if (!facts.hasCheckpoint) return facts.bondedNow > 0n ? 'no-checkpoint' : 'no-stake'
  if (facts.delegateAtSnapshot === null) return facts.bondedNow > 0n ? 'bonded-later' : 'no-stake'
  const unrecorded = facts.delegateNow?.registered === true && !facts.delegateNow.hasCheckpoint
  return unrecorded ? 'delegate-no-checkpoint' : 'delegate-not-registered'
}
