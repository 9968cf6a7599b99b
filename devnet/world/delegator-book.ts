import type { Address } from 'viem'

/** A lock a delegator made and has neither rebonded nor withdrawn. */
export interface OpenLock {
  id: number
  amountWei: bigint
  withdrawRound: number
}

/** What the writer of a world remembers of a delegator; earnings are the contracts' business. */
export interface BookEntry {
  address: Address
  /** Unset while unbonded. */
  delegate?: Address
  /** Bonded principal in wei without earnings: never more than is really bonded. */
  principalWei: bigint
  /** First round in which the bond counts. */
  startRound: number
  walletWei: bigint
  nextLockId: number
  locks: OpenLock[]
}

/** Locks made by unbonding leave the principal; these functions keep the book in step with the contracts. */
export function openBookEntry(address: Address, walletWei: bigint): BookEntry {
  return { address, principalWei: 0n, startRound: 0, walletWei, nextLockId: 0, locks: [] }
}

export function recordBond(entry: BookEntry, to: Address, amountWei: bigint, round: number): void {
  if (entry.delegate !== to) entry.startRound = round + 1
  entry.delegate = to
  entry.principalWei += amountWei
  entry.walletWei -= amountWei
}

export function recordUnbond(entry: BookEntry, amountWei: bigint, withdrawRound: number, all: boolean): void {
  entry.locks.push({ id: entry.nextLockId, amountWei, withdrawRound })
  entry.nextLockId += 1
  entry.principalWei = all ? 0n : entry.principalWei - amountWei
  if (all) {
    entry.delegate = undefined
    entry.startRound = 0
  }
}

export function recordRebond(entry: BookEntry, lock: OpenLock, to: Address, round: number): void {
  if (entry.delegate === undefined) {
    entry.delegate = to
    entry.startRound = round + 1
  }
  entry.principalWei += lock.amountWei
  entry.locks = entry.locks.filter((open) => open !== lock)
}

export function recordWithdrawal(entry: BookEntry, lock: OpenLock): void {
  entry.walletWei += lock.amountWei
  entry.locks = entry.locks.filter((open) => open !== lock)
}
