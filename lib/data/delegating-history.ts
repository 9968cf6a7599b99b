import { type Address, getAddress } from 'viem'
import { indexWei } from '@/lib/data/index-figures'
import { delegatingHistoryDocument } from '@/lib/subgraph/documents/delegating-history'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** Lifetime sums of a delegating account (subgraph.md 1.3); zeros for one the index never saw. */
export interface DelegatingHistory {
  principalWei: bigint
  unbondedWei: bigint
  withdrawnFeesWei: bigint
  /** Whom the stake of each open lock was taken from, by lock id. */
  lockDelegates: ReadonlyMap<number, Address>
  indexedAt: IndexedAt
}

/** @throws SourceError */
export async function readDelegatingHistory(account: Address): Promise<DelegatingHistory> {
  const answer = await querySubgraph(delegatingHistoryDocument, { id: account.toLowerCase() })
  const row = answer.delegator
  const locks = (row?.unbondingLocks ?? []).map((lock): [number, Address] => [
    lock.unbondingLockId,
    getAddress(lock.delegate.id),
  ])
  return {
    principalWei: indexWei(row?.principal ?? '0'),
    unbondedWei: indexWei(row?.unbonded ?? '0'),
    withdrawnFeesWei: indexWei(row?.withdrawnFees ?? '0'),
    lockDelegates: new Map(locks),
    indexedAt: indexedAt(answer._meta),
  }
}

/**
 * LPT earned over an account's life: pending stake (chain) + unbonded - principal (subgraph.md section 8). Never below zero:
 * while the index has a bond that the pinned block lacks, or the other way round, the sum can dip under it for a moment.
 */
export function lifetimeRewards(
  pendingStakeWei: bigint,
  history: Pick<DelegatingHistory, 'principalWei' | 'unbondedWei'>,
): bigint {
  const sum = pendingStakeWei + history.unbondedWei - history.principalWei
  return sum > 0n ? sum : 0n
}
