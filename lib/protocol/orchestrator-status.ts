import type { Address, DelegatorRecord, PoolNode, TranscoderRecord } from './types'
import { sameAddress } from './types'

/** `isRegisteredTranscoder`: its own delegate with stake bonded (contracts.md 5.2). */
export function isRegistered(
  account: Address,
  delegator: Pick<DelegatorRecord, 'bondedAmount' | 'delegateAddress'>,
): boolean {
  return sameAddress(delegator.delegateAddress, account) && delegator.bondedAmount > 0n
}

/** `isActiveTranscoder`: activationRound ≤ round < deactivationRound (contracts.md 5.2). */
export function isActive(
  transcoder: Pick<TranscoderRecord, 'activationRound' | 'deactivationRound'>,
  round: bigint,
): boolean {
  return transcoder.activationRound <= round && round < transcoder.deactivationRound
}

/** Where an orchestrator stands for the NEXT round (contracts.md 5.7: the pool is the set of the next round). */
export type NextRoundStanding =
  /** In the set with room below it. `rank` counts from 1. */
  | { standing: 'in-set'; rank: number; joinsNextRound: boolean; lead: bigint }
  /** In the set, which is full, on one of its last seats: the first to go when somebody outside gets more stake. */
  | { standing: 'on-edge'; rank: number; joinsNextRound: boolean; lead: bigint }
  /** Active now, not in the next set: its last round, unless it gets `needed` more stake. */
  | { standing: 'falling-out'; needed: bigint }
  /** Registered, neither active nor in the next set. Enters with `needed` more stake. */
  | { standing: 'outside'; needed: bigint }
  | { standing: 'not-registered' }

/** The candidate pool: sorted from most to least stake, and its greatest size. */
export interface CandidatePool {
  nodes: readonly PoolNode[]
  maxSize: number
}

/** How many of the last seats of a full set count as its edge: one in twenty, at least one. */
export function edgeSeats(maxSize: number): number {
  return Math.max(1, Math.floor(maxSize / 20))
}

/**
 * Stake an account outside the pool must add to enter it: one wei more than the last member has when the pool is full,
 * because ties lose; any stake at all when a place is free (contracts.md 5.7). Never below 1.
 */
export function stakeToEnter(pool: CandidatePool, ownStake: bigint): bigint {
  const last = pool.nodes.at(-1)
  if (pool.nodes.length < pool.maxSize || last === undefined) return 1n
  const needed = last.stake + 1n - ownStake
  // Already above the last member without being in: any increase (or setting cuts again) triggers the attempt.
  return needed > 0n ? needed : 1n
}

/**
 * Standing for the next round from live state. `lead` is its stake above the last member's, wei.
 * A place freed by resignation stays empty until somebody outside adds stake, so `outside` holds even in a set with room.
 */
export function nextRoundStanding(input: {
  account: Address
  registered: boolean
  activeNow: boolean
  delegatedAmount: bigint
  pool: CandidatePool
}): NextRoundStanding {
  const { pool } = input
  const index = pool.nodes.findIndex((node) => sameAddress(node.id, input.account))
  const node = pool.nodes[index]
  if (node === undefined) {
    // Somebody that resigned this round is still active until the round ends, though no longer registered.
    if (input.activeNow) return { standing: 'falling-out', needed: stakeToEnter(pool, input.delegatedAmount) }
    if (!input.registered) return { standing: 'not-registered' }
    return { standing: 'outside', needed: stakeToEnter(pool, input.delegatedAmount) }
  }
  const rank = index + 1
  const last = pool.nodes.at(-1) ?? node
  const full = pool.nodes.length >= pool.maxSize
  return {
    standing: full && rank > pool.nodes.length - edgeSeats(pool.maxSize) ? 'on-edge' : 'in-set',
    rank,
    joinsNextRound: !input.activeNow,
    lead: node.stake - last.stake,
  }
}
