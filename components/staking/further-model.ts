import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView } from '@/lib/data/types'
import { stakingObstacle } from './unbond-model'

/** Why an action that neither pause nor an overdue round stops cannot be signed now; null when it can. */
export function signingObstacle(wallet: WalletState): string | null {
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  return wallet.status === 'connected' ? null : 'Waiting for your wallet.'
}

/** Why an allowance cannot be taken back now; null when it can. */
export function allowanceObstacle(view: DelegatingView, wallet: WalletState): string | null {
  return view.allowanceWei === 0n
    ? 'Nothing is approved, so there is nothing to take back.'
    : signingObstacle(wallet)
}

/**
 * Whose stake is still to be recorded for voting, the account's own or its orchestrator's: both are needed before a delegator's
 * stake counts (contracts.md 7). `delegate` is what is known of the orchestrator's account; null while that is nothing.
 */
export function missingRecords(
  view: DelegatingView,
  delegate: Pick<DelegatingView, 'address' | 'bondedWei' | 'hasCheckpoint'> | null,
): readonly ('own' | 'orchestrator')[] {
  if (view.bondedWei === 0n) return []
  const itself = view.delegate?.address.toLowerCase() === view.address.toLowerCase()
  const theirs = delegate !== null && !itself && !delegate.hasCheckpoint && delegate.bondedWei > 0n
  return [...(view.hasCheckpoint ? [] : (['own'] as const)), ...(theirs ? (['orchestrator'] as const) : [])]
}

/** What can be done with all locks at once. Ids in the order in which they open. */
export interface LockSeries {
  /** Ready to withdraw. */
  readyIds: readonly number[]
  readyWei: bigint
  /** Every open lock. */
  allIds: readonly number[]
  allWei: bigint
  /** Why nothing of it can be signed now. */
  obstacle: string | null
}

/** The series over an account's locks. */
export function lockSeries(view: DelegatingView, wallet: WalletState): LockSeries {
  const all = view.locks.toSorted(
    (left, right) => left.withdrawRound - right.withdrawRound || left.id - right.id,
  )
  const ready = all.filter(({ state }) => state === 'withdrawable')
  const sum = (locks: typeof all) => locks.reduce((total, { amountWei }) => total + amountWei, 0n)
  return {
    readyIds: ready.map(({ id }) => id),
    readyWei: sum(ready),
    allIds: all.map(({ id }) => id),
    allWei: sum(all),
    obstacle: stakingObstacle(view, wallet),
  }
}
