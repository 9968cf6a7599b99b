import { P27, shareP27 } from './fixed-point'
import type { Address, DelegatorRecord, Factors, TranscoderRecord } from './types'
import { sameAddress } from './types'

/** Factors of a round that was never written. */
export const NO_FACTORS: Factors = { rewardFactorP27: 0n, feeFactorP27: 0n }

/** Rounds whose earnings pools `pendingEarnings` needs, each once: read exactly these of the delegate. */
export function factorRounds(input: {
  currentRound: bigint
  lastClaimRound: bigint
  lastRewardRound: bigint
  lastFeeRound: bigint
}): bigint[] {
  return [...new Set([input.lastClaimRound, input.currentRound, input.lastRewardRound, input.lastFeeRound])]
}

/**
 * The factors in force at a round: those stored for it; where 0 and the last reward (fee) round is earlier, those of that
 * round (contracts.md 6.4 `latest`). A last reward round equal to or after `round` is not used.
 */
export function latestFactors(input: {
  round: bigint
  lastRewardRound: bigint
  lastFeeRound: bigint
  /** Stored for `round`. */
  atRound: Factors
  /** Stored for `lastRewardRound`. */
  atLastReward: Factors
  /** Stored for `lastFeeRound`. */
  atLastFee: Factors
}): Factors {
  const { round, atRound } = input
  return {
    rewardFactorP27:
      atRound.rewardFactorP27 === 0n && input.lastRewardRound < round
        ? input.atLastReward.rewardFactorP27
        : atRound.rewardFactorP27,
    feeFactorP27:
      atRound.feeFactorP27 === 0n && input.lastFeeRound < round
        ? input.atLastFee.feeFactorP27
        : atRound.feeFactorP27,
  }
}

/** Stake with rewards and fees, wei. */
export interface Earnings {
  stake: bigint
  fees: bigint
}

/**
 * What bonded stake grew to between two factors: a reward factor of 0 counts as 1 (10^27), a fee factor as 0
 * (contracts.md 6.5). Throws RangeError when the end fee factor is below the start one, where the contract panics 0x11:
 * it means that the two were read at different blocks.
 */
export function earningsBetween(
  bonded: { bondedAmount: bigint; fees: bigint },
  start: Factors,
  end: Factors,
): Earnings {
  const from = start.rewardFactorP27 || P27
  const to = end.rewardFactorP27 || P27
  const feeGrowth = end.feeFactorP27 - start.feeFactorP27
  if (feeGrowth < 0n)
    throw new RangeError('the end fee factor is below the start one: read at different blocks')
  return {
    stake: shareP27(bonded.bondedAmount, to, from),
    fees: bonded.fees + shareP27(bonded.bondedAmount, feeGrowth, from),
  }
}

/**
 * `pendingStake` and `pendingFees` of an account in the current round, to the wei (contracts.md 6.5).
 * An account that is its own delegate also gets its cumulative rewards and fees (commission and what it earned).
 */
export function pendingEarnings(input: {
  account: Address
  delegator: Pick<DelegatorRecord, 'bondedAmount' | 'fees' | 'delegateAddress' | 'lastClaimRound'>
  currentRound: bigint
  /** Stored for the delegate and the delegator's `lastClaimRound`; no fallback. */
  start: Factors
  /** `latestFactors` of the delegate at `currentRound`. */
  end: Factors
  /** Cumulative parts of the DELEGATE (used only when it is the account itself). */
  delegate: Pick<TranscoderRecord, 'cumulativeRewards' | 'cumulativeFees'>
}): Earnings {
  const { delegator } = input
  const claimed = delegator.lastClaimRound >= input.currentRound
  const grown = claimed
    ? { stake: delegator.bondedAmount, fees: delegator.fees }
    : earningsBetween(delegator, input.start, input.end)
  if (!sameAddress(delegator.delegateAddress, input.account)) return grown
  return {
    stake: grown.stake + input.delegate.cumulativeRewards,
    fees: grown.fees + input.delegate.cumulativeFees,
  }
}

/** One stored earnings pool of an orchestrator, for look-ups over history. */
export interface FactorRow extends Factors {
  round: bigint
}

/**
 * Factors in force at the END of a past round: those stored for it, where 0 those of the last reward (fee) round at or
 * before it. Off chain only; the contract never looks back (contracts.md 6.5, last paragraph).
 * `rewardRounds` and `feeRounds` are the rounds of Reward and WinningTicketRedeemed events, in any order.
 */
export function factorsAtPastRound(
  rows: readonly FactorRow[],
  rewardRounds: readonly bigint[],
  feeRounds: readonly bigint[],
  round: bigint,
): Factors {
  const at = (wanted: bigint | null): Factors =>
    (wanted === null ? undefined : rows.find((row) => row.round === wanted)) ?? NO_FACTORS
  const raw = at(round)
  return {
    rewardFactorP27: raw.rewardFactorP27 || at(lastUpTo(rewardRounds, round)).rewardFactorP27,
    feeFactorP27: raw.feeFactorP27 || at(lastUpTo(feeRounds, round)).feeFactorP27,
  }
}

function lastUpTo(rounds: readonly bigint[], limit: bigint): bigint | null {
  let last: bigint | null = null
  for (const round of rounds) if (round <= limit && (last === null || round > last)) last = round
  return last
}

/**
 * What a delegator (not an orchestrator) held at the end of a past round R' ≥ lastClaimRound (contracts.md 6.5).
 * `end` comes from `factorsAtPastRound`. Null when R' lies before the last claim: those values are not derivable.
 */
export function pastEarnings(
  delegator: Pick<DelegatorRecord, 'bondedAmount' | 'fees' | 'lastClaimRound'>,
  round: bigint,
  start: Factors,
  end: Factors,
): Earnings | null {
  if (round < delegator.lastClaimRound) return null
  if (round === delegator.lastClaimRound) return { stake: delegator.bondedAmount, fees: delegator.fees }
  return earningsBetween(delegator, start, end)
}
