import { ofP6, ofP27, pointsP27, shareP9, shareP27 } from './fixed-point'

/** What an orchestrator did in one round in which it was in the active set. */
export interface DelegateRound {
  /** Of the Reward event (treasury part taken off), LPT wei; null: no reward call. */
  reward: bigint | null
  /** Stake that counted in the round. */
  totalStake: bigint
  /** The share of rewards it keeps. */
  rewardCutP6: bigint
}

/** Figures of a round for everyone. */
export interface RoundIssue {
  /** What rewards of the round could mint, wei. */
  mintable: bigint
  activeStake: bigint
}

/**
 * What a round was for a stake: `called`: rewards came; `early`: rewards came after this account had claimed, so they did not
 * reach it (contracts.md 6.6); `missed`: the round ended without a call; `open`: running, not called yet; `inactive`: the
 * orchestrator was not in the active set; `none`: no stake when the round began.
 */
export type RoundOutcome = 'called' | 'early' | 'missed' | 'open' | 'inactive' | 'none'

/** @param input `claimedBeforeCall`: whether the account claimed in this round ahead of the orchestrator's reward call */
export function roundOutcome(input: {
  stakeAtStart: bigint
  delegateRound: DelegateRound | null
  running: boolean
  claimedBeforeCall: boolean
}): RoundOutcome {
  if (input.stakeAtStart === 0n) return 'none'
  if (input.delegateRound === null) return 'inactive'
  if (input.delegateRound.reward === null) return input.running ? 'open' : 'missed'
  return input.claimedBeforeCall ? 'early' : 'called'
}

/** The treasury's part of rewards in a round, worked out from a reward of that round; null where it cannot be. */
export function treasuryRateOf(round: DelegateRound, issue: RoundIssue): bigint | null {
  if (round.reward === null || issue.activeStake === 0n) return null
  const total = shareP9(issue.mintable, round.totalStake, issue.activeStake)
  if (total === 0n || round.reward > total) return null
  return pointsP27(total - round.reward, total)
}

/** The rate known for the nearest round (the earlier of two as near), or `fallbackP27` when none is known. */
export function nearestRate(
  known: readonly { round: bigint; rateP27: bigint }[],
  round: bigint,
  fallbackP27: bigint,
): bigint {
  let best: { distance: bigint; rateP27: bigint } | null = null
  for (const entry of known) {
    const distance = entry.round > round ? entry.round - round : round - entry.round
    if (best === null || distance < best.distance) best = { distance, rateP27: entry.rateP27 }
  }
  return best?.rateP27 ?? fallbackP27
}

/**
 * What a round without a reward for this stake cost it, LPT wei: an ESTIMATE. For a missed round the reward the orchestrator
 * would have minted (contracts.md 6.2, the other orchestrators' stake unchanged), less the treasury's part and its cut; for a
 * claim ahead of the call the reward that was minted. An orchestrator itself also lost its cut. Null when the round's stake is
 * not known.
 */
export function missedReward(input: {
  stake: bigint
  delegateRound: DelegateRound
  issue: RoundIssue | null
  treasuryRateP27: bigint
  /** The account is the orchestrator. */
  own: boolean
}): bigint | null {
  const { delegateRound, issue, own } = input
  if (delegateRound.totalStake === 0n) return null
  const net = delegateRound.reward ?? wouldMint(delegateRound, issue, input.treasuryRateP27)
  if (net === null) return null
  const cut = ofP6(net, delegateRound.rewardCutP6)
  const shared = shareP27(net - cut, input.stake, delegateRound.totalStake)
  // What it keeps for itself is credited whether or not it claimed before (contracts.md 6.2 step 8).
  return own && delegateRound.reward === null ? shared + cut : shared
}

function wouldMint(round: DelegateRound, issue: RoundIssue | null, treasuryRateP27: bigint): bigint | null {
  if (issue === null || issue.activeStake === 0n) return null
  const total = shareP9(issue.mintable, round.totalStake, issue.activeStake)
  return total - ofP27(total, treasuryRateP27)
}
