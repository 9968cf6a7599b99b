import type { RoundPosition } from './rounds'
import { blocksToSeconds, startBlockOfRound } from './rounds'
import type { UnbondingLock } from './types'

/** What an unbonding lock is in, with the block and wait to its withdrawal. */
export type LockState =
  /** Never existed, withdrawn or rebonded. */
  | { state: 'consumed' }
  | {
      state: 'waiting'
      withdrawRound: bigint
      roundsLeft: bigint
      /** L1 block in which the withdraw round begins. */
      withdrawBlock: bigint
      blocksLeft: bigint
      /** Estimate at 12 s a block. */
      secondsLeft: bigint
    }
  /** Can be withdrawn, once the current round is initialised; can still be rebonded. */
  | { state: 'matured'; withdrawRound: bigint }

/** State of a lock at a round position (contracts.md 5.3 `withdrawStake`: withdrawRound ≤ current round). */
export function lockState(lock: Pick<UnbondingLock, 'withdrawRound'>, position: RoundPosition): LockState {
  const { withdrawRound } = lock
  if (withdrawRound === 0n) return { state: 'consumed' }
  if (withdrawRound <= position.round) return { state: 'matured', withdrawRound }
  const withdrawBlock = startBlockOfRound(position, withdrawRound)
  const blocksLeft = withdrawBlock - position.blockNum
  return {
    state: 'waiting',
    withdrawRound,
    roundsLeft: withdrawRound - position.round,
    withdrawBlock,
    blocksLeft,
    secondsLeft: blocksToSeconds(blocksLeft),
  }
}

/** Round from which stake unbonded in `round` can be withdrawn (contracts.md 5.3 `unbond`). */
export function withdrawRoundOf(round: bigint, unbondingPeriodRounds: bigint): bigint {
  return round + unbondingPeriodRounds
}
