import type { Address } from 'viem'
import type { AccountFigures } from '@/hooks/account-store'
import type { DelegatingView } from '@/lib/data/types'

/** One account of a portfolio. */
export interface Holding {
  address: Address
  /** The connected wallet: it is in the list without being watched. */
  mine: boolean
  watched: boolean
  figures: AccountFigures
}

/** The connected wallet first, then watched accounts in their order; an account that is both comes once. */
export function holdings(
  wallet: Address | null,
  watched: readonly Address[],
): Pick<Holding, 'address' | 'mine' | 'watched'>[] {
  const mine = wallet?.toLowerCase() as Address | undefined
  const list = mine && !watched.includes(mine) ? [mine, ...watched] : [...watched]
  return list
    .map((address) => ({ address, mine: address === mine, watched: watched.includes(address) }))
    .sort((left, right) => Number(right.mine) - Number(left.mine))
}

/** LPT of an account's locks: still waiting, and ready to withdraw. */
export function lockSums(view: Pick<DelegatingView, 'locks'>): { waitingWei: bigint; readyWei: bigint } {
  const sum = (state: 'waiting' | 'withdrawable') =>
    view.locks.reduce((total, lock) => (lock.state === state ? total + lock.amountWei : total), 0n)
  return { waitingWei: sum('waiting'), readyWei: sum('withdrawable') }
}

/** When the next waiting lock opens, Unix seconds; null: none waits. */
export function nextUnlock(view: Pick<DelegatingView, 'locks'>): number | null {
  const waiting = view.locks.flatMap((lock) => (lock.state === 'waiting' ? [lock.availableAt] : []))
  return waiting.length === 0 ? null : Math.min(...waiting)
}

/** Sums over the accounts whose figures are known. */
interface PortfolioTotals {
  known: number
  accounts: number
  stakeWei: bigint
  rewardsWei: bigint
  feesWei: bigint
  waitingWei: bigint
  readyWei: bigint
  walletLptWei: bigint
}

/** Adds up what is known; `known` says of how many, so that a sum is never taken for that of all. */
export function portfolioTotals(figures: readonly AccountFigures[]): PortfolioTotals {
  const views = figures.flatMap((each) => (each.state === 'known' ? [each.view] : []))
  const sum = (pick: (view: DelegatingView) => bigint) =>
    views.reduce((total, view) => total + pick(view), 0n)
  return {
    known: views.length,
    accounts: figures.length,
    stakeWei: sum((view) => view.pendingStakeWei),
    rewardsWei: sum((view) => view.pendingRewardsWei),
    feesWei: sum((view) => view.pendingFeesWei),
    waitingWei: sum((view) => lockSums(view).waitingWei),
    readyWei: sum((view) => lockSums(view).readyWei),
    walletLptWei: sum((view) => view.lptBalanceWei),
  }
}
