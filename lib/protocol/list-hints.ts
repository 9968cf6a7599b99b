import type { CandidatePool } from './orchestrator-status'
import type { Hint, PoolChange } from './sorted-pool'
import { decreaseInPool, increaseInPool, joinPool, NO_HINT, resignFromPool } from './sorted-pool'
import type { Address } from './types'
import { sameAddress, ZERO_ADDRESS } from './types'

/**
 * Hints for every call that moves stake (contracts.md 5.8): the neighbours the member will have AFTER the change. A stale
 * hint never fails and never changes the outcome except among equals; it costs gas. Amounts in wei; `bondedAmount` and
 * amounts moved are those AFTER the claim, that is `pendingStake`, because the contract claims first.
 */

/** The account whose stake is changed by a call, as it stands before it. */
export interface Staker {
  account: Address
  /** `pendingStake` of the account. */
  bondedAmount: bigint
  /** Its delegate; the zero address when it has none. */
  delegate: Address
}

/** An account that stake is delegated to, as it stands before the call. */
export interface Target {
  account: Address
  registered: boolean
  delegatedAmount: bigint
}

/** Hints of `bondWithHint(amount, to, oldPrev, oldNext, currPrev, currNext)` with the pool afterwards. */
export interface BondHints {
  /** For the old delegate after its decrease; `NO_HINT` unless the whole stake moves. */
  old: Hint
  /** For the new (or same) delegate after its increase. */
  current: Hint
  change: PoolChange
}

/**
 * First bond, adding, or moving the whole stake to another delegate. A move changes the old delegate first and the new
 * one on the list that results. Bonding to oneself registers, so that it may enter the pool at once.
 */
export function bondHints(
  pool: CandidatePool,
  input: {
    staker: Staker
    amount: bigint
    to: Target
    /** The old delegate; needed when stake moves (its delegatedAmount counts), otherwise null. */
    from: Target | null
  },
): BondHints {
  const { staker, to, from } = input
  const moves = staker.bondedAmount > 0n && !sameAddress(staker.delegate, to.account)
  const registersSelf = sameAddress(staker.account, to.account)
  if (!moves) {
    const target = { ...to, registered: to.registered || registersSelf }
    const change = increaseInPool(pool, target, input.amount)
    return { old: NO_HINT, current: change.hint, change }
  }
  const decreased = from === null ? null : decreaseInPool(pool, from, staker.bondedAmount)
  const target = { ...to, registered: to.registered || registersSelf }
  const change = increaseInPool(decreased?.pool ?? pool, target, input.amount + staker.bondedAmount)
  return { old: decreased?.hint ?? NO_HINT, current: change.hint, change }
}

/** `unbondWithHint`: the delegate's new place; nothing when the last own stake of an orchestrator goes (it resigns). */
export function unbondHint(
  pool: CandidatePool,
  input: { staker: Staker; amount: bigint; from: Target },
): PoolChange {
  const { staker } = input
  const own = sameAddress(staker.account, input.from.account)
  if (own && input.amount >= staker.bondedAmount) return resignFromPool(pool, staker.account)
  // A delegator that unbonds all has resigned nothing; its delegate only loses the stake.
  return decreaseInPool(pool, input.from, input.amount)
}

/**
 * `rebondWithHint` and `rebondFromUnbondedWithHint`: the delegate's new place. Rebonding to oneself from unbonded
 * registers again.
 */
export function rebondHint(
  pool: CandidatePool,
  input: { account: Address; amount: bigint; to: Target },
): PoolChange {
  const registered = input.to.registered || sameAddress(input.account, input.to.account)
  return increaseInPool(pool, { ...input.to, registered }, input.amount)
}

/** `rewardWithHint` and `rewardForTranscoderWithHint`: stake grows by the net reward (`rewardSplit(…).net`). */
export function rewardHint(
  pool: CandidatePool,
  input: { transcoder: Target; netReward: bigint },
): PoolChange {
  return increaseInPool(pool, input.transcoder, input.netReward)
}

/** `transcoderWithHint`: an orchestrator outside the pool tries to enter with the stake it has. */
export function transcoderHint(pool: CandidatePool, transcoder: Target): PoolChange {
  const member = pool.nodes.some((node) => sameAddress(node.id, transcoder.account))
  if (member || !transcoder.registered) return { pool, hint: NO_HINT, joined: null, evicted: null }
  return joinPool(pool, transcoder.account, transcoder.delegatedAmount)
}

/** `transferBond(receiver, amount, …)`: the sender's delegate goes down first, the receiver's up on the list that results. */
export function transferBondHints(
  pool: CandidatePool,
  input: {
    sender: Staker
    receiver: Address
    amount: bigint
    /** The sender's delegate before the call. */
    from: Target
    /** The receiver's delegate afterwards (its own, or the sender's when it had neither delegate nor stake), before the call. */
    to: Target
  },
): { old: Hint; current: Hint; change: PoolChange } {
  const decreased = unbondHint(pool, { staker: input.sender, amount: input.amount, from: input.from })
  const same = sameAddress(input.from.account, input.to.account)
  const delegatedAmount = same ? input.to.delegatedAmount - input.amount : input.to.delegatedAmount
  const change = rebondHint(decreased.pool, {
    account: input.receiver,
    amount: input.amount,
    to: { ...input.to, delegatedAmount },
  })
  return { old: decreased.hint, current: change.hint, change }
}

/**
 * Whether the hint is worth sending. Without a neighbour above, the member becomes the head, where the contract looks first when
 * it has no hint: the plain call does the same for less calldata.
 */
export function isHint(hint: Hint): boolean {
  return !sameAddress(hint.prev, ZERO_ADDRESS)
}
