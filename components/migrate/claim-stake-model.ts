import type { Address } from 'viem'
import type { WalletState } from '@/hooks/wallet-store'
import type { ClaimEntryView } from '@/lib/data/claim'
import { sameAddress, ZERO_ADDRESS } from '@/lib/protocol/types'
import type { Intent } from '@/lib/transaction/types'

/** What the claim is about, and whom the person chose. */
export interface ClaimDraft {
  entry: ClaimEntryView
  /** Whom the account delegates to here; null: nobody. */
  delegateNow: Address | null
  /** Empty: nobody chosen yet. */
  chosen: string
}

export interface ClaimForm {
  /** Why it cannot be reviewed; null when it can. */
  reason: string | null
  intent: Intent | null
}

/** Whether the person may choose whom the stake goes to: not from a pool, and not where there is no stake. */
export function choosesDelegate({ delegate, pool }: ClaimEntryView): boolean {
  return delegate !== null && pool === null
}

/**
 * Whom the stake goes to unless another is chosen: the account's delegate here, so that no stake moves by it, else the listed one
 * while it is an orchestrator here; empty: neither.
 */
export function usualDelegate({ delegate }: ClaimEntryView, delegateNow: Address | null): string {
  if (delegateNow) return delegateNow
  return delegate?.registered ? delegate.address : ''
}

/** The whole state of the form that claims stake. Pure. */
export function claimForm(wallet: WalletState, { entry, delegateNow, chosen }: ClaimDraft): ClaimForm {
  const { delegate, stakeWei, feesWei, proof } = entry
  const to = chosen || usualDelegate(entry, delegateNow)
  const missing = choosesDelegate(entry) && to === '' ? 'Choose an orchestrator first.' : null
  const reason = walletObstacle(wallet) ?? missing
  if (reason !== null) return { reason, intent: null }
  const listed = delegate?.address ?? ZERO_ADDRESS
  const free = choosesDelegate(entry) && !sameAddress(to as Address, listed)
  const newDelegate = free ? (to as Address) : ZERO_ADDRESS
  return {
    reason: null,
    intent: { verb: 'claimStake', delegate: listed, stakeWei, feesWei, proof, newDelegate },
  }
}

function walletObstacle({ status }: WalletState): string | null {
  if (status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  return status === 'connected' ? null : 'Waiting for your wallet.'
}
