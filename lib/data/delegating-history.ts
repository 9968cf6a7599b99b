import { type Address, getAddress } from 'viem'
import { indexWei } from '@/lib/data/index-figures'
import { SourceError } from '@/lib/network/source-error'
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

/**
 * @param chain stake of the account at its last claim, wei, and the block that was read at
 * @throws SourceError also while the index lacks an action that the chain has, or has one more: sums of the two would
 * then count stake put in a minute ago as earned
 */
export async function readDelegatingHistory(
  account: Address,
  chain: { bondedWei: bigint; block: number },
): Promise<DelegatingHistory> {
  const answer = await querySubgraph(delegatingHistoryDocument, { id: account.toLowerCase() })
  const row = answer.delegator
  const at = indexedAt(answer._meta)
  if (at.block !== chain.block && indexWei(row?.bondedAmount ?? '0') !== chain.bondedWei) {
    throw new SourceError('The index does not have this account’s last action yet.', 'Reload in a moment.')
  }
  const locks = (row?.unbondingLocks ?? []).map((lock): [number, Address] => [
    lock.unbondingLockId,
    getAddress(lock.delegate.id),
  ])
  return {
    principalWei: indexWei(row?.principal ?? '0'),
    unbondedWei: indexWei(row?.unbonded ?? '0'),
    withdrawnFeesWei: indexWei(row?.withdrawnFees ?? '0'),
    lockDelegates: new Map(locks),
    indexedAt: at,
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
