import { P6 } from './fixed-point'
import { isActive } from './orchestrator-status'
import type { DelegatorRecord } from './types'

/** `delegatorStatus` (contracts.md 5.2); `pending` means bonded with a start in a later round. */
export type DelegatorStatus = 'pending' | 'bonded' | 'unbonded'

/** Status of an account in a round, as the contract has it (contracts.md 5.2). */
export function delegatorStatus(
  delegator: Pick<DelegatorRecord, 'bondedAmount' | 'startRound'>,
  round: bigint,
): DelegatorStatus {
  if (delegator.bondedAmount === 0n) return 'unbonded'
  return delegator.startRound > round ? 'pending' : 'bonded'
}

/** The contract's number of each status (`delegatorStatus(address) → uint8`). */
export const DELEGATOR_STATUS_CODE: Readonly<Record<DelegatorStatus, number>> = {
  pending: 0,
  bonded: 1,
  unbonded: 2,
}

/** Rounds without a reward call after which an active orchestrator counts as one that does not call. */
export const IDLE_ROUNDS = 3n

/** What is known about an account's delegate. */
export interface DelegateState {
  registered: boolean
  activationRound: bigint
  deactivationRound: bigint
  lastRewardRound: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
}

/** Whether stake earns in this round, and if not, why. Each reason is one sentence on a page. */
export type EarningState =
  | {
      earning: true
      /** What reaches delegators: a reward cut of 100 % leaves fees only, a fee share of 0 leaves rewards only. */
      from: 'rewards-and-fees' | 'rewards-only' | 'fees-only'
      /** Whether the delegate has called reward in this round. */
      rewardCalledThisRound: boolean
      /** The round from which its delegate is no longer in the set; null while it stays. */
      stopsInRound: bigint | null
    }
  | { earning: false; reason: 'unbonded' }
  /** Bonded or moved in this round, to somebody who is active then: earns from `startRound`. */
  | { earning: false; reason: 'starts-later'; startRound: bigint }
  /** Bonded to an account that is not an orchestrator (or to none): stake is safe, moving it costs nothing. */
  | { earning: false; reason: 'delegate-not-registered' }
  /** Joined the set in this round: active from `activationRound`. */
  | { earning: false; reason: 'delegate-joins-later'; activationRound: bigint }
  /** Registered but outside the active set; `since` is the round it dropped out, null when it was never in. */
  | { earning: false; reason: 'delegate-inactive'; since: bigint | null }
  /** Active, but has not called reward for `missedRounds` finished rounds: rewards of those rounds are lost. */
  | { earning: false; reason: 'delegate-not-calling'; missedRounds: bigint }
  /** Keeps all rewards and gives no fees. */
  | { earning: false; reason: 'delegate-keeps-all' }

/** Finished rounds in a row in which an active orchestrator did not call reward, counted from its activation. */
export function roundsWithoutReward(
  delegate: Pick<DelegateState, 'activationRound' | 'lastRewardRound'>,
  round: bigint,
): bigint {
  const from =
    delegate.lastRewardRound >= delegate.activationRound
      ? delegate.lastRewardRound + 1n
      : delegate.activationRound
  return round > from ? round - from : 0n
}

/**
 * Whether a delegator's stake earns in `round`, and why not (contracts.md 5.7, 6.2, 6.6). `delegate` is null when the
 * account has none. Rounds that were never initialised count as missed: nobody could call reward in them.
 */
export function earningState(
  delegator: Pick<DelegatorRecord, 'bondedAmount' | 'startRound'>,
  delegate: DelegateState | null,
  round: bigint,
): EarningState {
  const status = delegatorStatus(delegator, round)
  if (status === 'unbonded') return { earning: false, reason: 'unbonded' }
  if (delegate === null) return { earning: false, reason: 'delegate-not-registered' }
  const active = isActive(delegate, round)
  if (!delegate.registered && !active) return { earning: false, reason: 'delegate-not-registered' }
  const since = delegate.deactivationRound > 0n ? delegate.deactivationRound : null
  if (status === 'pending') {
    return isActive(delegate, delegator.startRound)
      ? { earning: false, reason: 'starts-later', startRound: delegator.startRound }
      : { earning: false, reason: 'delegate-inactive', since }
  }
  if (delegate.activationRound > round) {
    return { earning: false, reason: 'delegate-joins-later', activationRound: delegate.activationRound }
  }
  if (!active) return { earning: false, reason: 'delegate-inactive', since }
  const rewards = delegate.rewardCutP6 < P6
  const fees = delegate.feeShareP6 > 0n
  if (!rewards && !fees) return { earning: false, reason: 'delegate-keeps-all' }
  const missedRounds = roundsWithoutReward(delegate, round)
  if (rewards && missedRounds >= IDLE_ROUNDS) {
    return { earning: false, reason: 'delegate-not-calling', missedRounds }
  }
  return {
    earning: true,
    from: rewards && fees ? 'rewards-and-fees' : rewards ? 'rewards-only' : 'fees-only',
    rewardCalledThisRound: delegate.lastRewardRound === round,
    stopsInRound: delegate.deactivationRound <= round + 1n ? delegate.deactivationRound : null,
  }
}
