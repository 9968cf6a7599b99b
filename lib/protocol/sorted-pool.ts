import type { CandidatePool } from './orchestrator-status'
import type { Address, PoolNode } from './types'
import { sameAddress, ZERO_ADDRESS } from './types'

/** Neighbours handed to a `…WithHint` call: `prev` has more stake, `next` less; the zero address means none. */
export interface Hint {
  prev: Address
  next: Address
}

/** Asks the contract to search by itself: always right, only dearer. */
export const NO_HINT: Hint = { prev: ZERO_ADDRESS, next: ZERO_ADDRESS }

/** What one change of stake does to the pool. */
export interface PoolChange {
  pool: CandidatePool
  /** Neighbours of the changed member afterwards; `NO_HINT` when it is not in the pool afterwards. */
  hint: Hint
  /** The orchestrator that entered with this change, if any. */
  joined: Address | null
  /** The one that had to leave for it, if any. */
  evicted: Address | null
}

/** Index of an account in the pool, −1 when it is not a member. */
export function indexInPool(nodes: readonly PoolNode[], account: Address): number {
  return nodes.findIndex((node) => sameAddress(node.id, account))
}

/**
 * Where a node lands that is inserted without hints: before the first node with the same stake or less, so that the
 * newest of equals is ahead (contracts.md 5.8). Handing these neighbours as hint gives the same place.
 */
export function placeInPool(nodes: readonly PoolNode[], stake: bigint): number {
  const index = nodes.findIndex((node) => node.stake <= stake)
  return index === -1 ? nodes.length : index
}

/** Neighbours of the member at `index`. */
function hintAt(nodes: readonly PoolNode[], index: number): Hint {
  return { prev: nodes[index - 1]?.id ?? ZERO_ADDRESS, next: nodes[index + 1]?.id ?? ZERO_ADDRESS }
}

function inserted(nodes: readonly PoolNode[], node: PoolNode): { nodes: PoolNode[]; hint: Hint } {
  const index = placeInPool(nodes, node.stake)
  const after = [...nodes.slice(0, index), node, ...nodes.slice(index)]
  return { nodes: after, hint: hintAt(after, index) }
}

function without(nodes: readonly PoolNode[], account: Address): PoolNode[] {
  return nodes.filter((node) => !sameAddress(node.id, account))
}

const unchanged = (pool: CandidatePool): PoolChange => ({ pool, hint: NO_HINT, joined: null, evicted: null })

/** An attempt to enter the pool: a full pool drops its last member only for strictly more stake (contracts.md 5.7 tryJoin). */
export function joinPool(pool: CandidatePool, account: Address, stake: bigint): PoolChange {
  const last = pool.nodes.at(-1)
  const full = pool.nodes.length >= pool.maxSize
  if (full && (last === undefined || stake <= last.stake)) return unchanged(pool)
  const room = full && last !== undefined ? pool.nodes.slice(0, -1) : pool.nodes
  const { nodes, hint } = inserted(room, { id: account, stake })
  return { pool: { ...pool, nodes }, hint, joined: account, evicted: full && last ? last.id : null }
}

/**
 * More stake for `account` (contracts.md 5.6 increaseStake): a member moves up; a registered orchestrator outside tries to
 * enter with all its stake; anyone else changes nothing.
 */
export function increaseInPool(
  pool: CandidatePool,
  target: { account: Address; registered: boolean; delegatedAmount: bigint },
  amount: bigint,
): PoolChange {
  const stake = target.delegatedAmount + amount
  if (indexInPool(pool.nodes, target.account) === -1) {
    return target.registered ? joinPool(pool, target.account, stake) : unchanged(pool)
  }
  const { nodes, hint } = inserted(without(pool.nodes, target.account), { id: target.account, stake })
  return { pool: { ...pool, nodes }, hint, joined: null, evicted: null }
}

/** Less stake for `account` (contracts.md 5.6 decreaseStake): a member moves down, and leaves the list at 0. */
export function decreaseInPool(
  pool: CandidatePool,
  target: { account: Address; delegatedAmount: bigint },
  amount: bigint,
): PoolChange {
  if (indexInPool(pool.nodes, target.account) === -1) return unchanged(pool)
  const rest = without(pool.nodes, target.account)
  const stake = target.delegatedAmount - amount
  if (stake <= 0n) return unchanged({ ...pool, nodes: rest })
  const { nodes, hint } = inserted(rest, { id: target.account, stake })
  return { pool: { ...pool, nodes }, hint, joined: null, evicted: null }
}

/** A full self-unbond takes the account out of the pool (contracts.md 5.7 resign); its place stays empty. */
export function resignFromPool(pool: CandidatePool, account: Address): PoolChange {
  return unchanged({ ...pool, nodes: without(pool.nodes, account) })
}
