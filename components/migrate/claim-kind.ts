import type { ClaimEntryView, ClaimView } from '@/lib/data/claim'
import { sameAddress } from '@/lib/protocol/types'

/** What the list and the chain say about an account together. */
export type ClaimKind =
  /** Claimed or moved before. */
  | { kind: 'done' }
  /** The snapshot cannot be used, so nobody can say. */
  | { kind: 'unknown'; reason: string; next: string }
  | { kind: 'unlisted' }
  /** Listed with nothing that a claim could pay. */
  | { kind: 'empty' }
  /** An orchestrator of Ethereum, whose stake moves by another way. */
  | { kind: 'orchestrator'; entry: ClaimEntryView }
  /** Claims are closed by the protocol. */
  | { kind: 'closed'; entry: ClaimEntryView }
  | { kind: 'claimable'; entry: ClaimEntryView }

/** Whether a claim of an entry could pay anything (contracts.md 12.2): stake to a delegate, or fees without one. */
function pays({ delegate, stakeWei, feesWei }: ClaimEntryView): boolean {
  return delegate ? stakeWei > 0n : stakeWei === 0n && feesWei > 0n
}

/** What is left for an account, the most final first. Pure. */
export function claimKind(view: Pick<ClaimView, 'address' | 'enabled' | 'migrated' | 'list'>): ClaimKind {
  const { list } = view
  if (view.migrated) return { kind: 'done' }
  if (list.state !== 'checked') return { kind: 'unknown', reason: list.reason, next: list.next }
  const { entry } = list
  if (!entry) return { kind: 'unlisted' }
  if (!pays(entry)) return { kind: 'empty' }
  if (entry.delegate && sameAddress(entry.delegate.address, view.address))
    return { kind: 'orchestrator', entry }
  return { kind: view.enabled ? 'claimable' : 'closed', entry }
}
