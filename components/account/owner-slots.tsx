'use client'

import type { Address } from 'viem'
import type { LockActionsProps } from '@/components/staking/lock-actions'
import { Late } from '@/components/ui/late'
import { useWallet } from '@/hooks/use-wallet'

/*
 * Places of what only the owner of an account can do. The code comes once the visitor's wallet is that account; for
 * everybody else there is nothing.
 */

const loadUnbond = () => import('@/components/staking/unbond-panel').then(({ UnbondPanel }) => UnbondPanel)
const loadLock = () => import('@/components/staking/lock-actions').then(({ LockActions }) => LockActions)
const loadSeries = () =>
  import('@/components/staking/lock-series-actions').then(({ LockSeriesActions }) => LockSeriesActions)
const loadFees = () =>
  import('@/components/staking/withdraw-fees-panel').then(({ WithdrawFeesPanel }) => WithdrawFeesPanel)
const loadNext = () =>
  import('@/components/staking/next-action-panel').then(({ NextActionPanel }) => NextActionPanel)
const loadCheckpoint = () =>
  import('@/components/staking/checkpoint-panel').then(({ CheckpointPanel }) => CheckpointPanel)
const loadMore = () => import('@/components/staking/more-panel').then(({ MorePanel }) => MorePanel)

function useOwns(account: Address): boolean {
  return useWallet().address?.toLowerCase() === account.toLowerCase()
}

/** What stands below the delegate panel: taking stake out, fees, and what is needed now and then. */
export function OwnerActionsSlot({ account }: { account: Address }) {
  if (!useOwns(account)) return null
  const props = { account }
  return (
    <>
      <Late load={loadUnbond} props={props} />
      <Late load={loadFees} props={props} />
      <Late load={loadMore} props={props} />
    </>
  )
}

export function CheckpointSlot({ account }: { account: Address }) {
  return useOwns(account) ? <Late load={loadCheckpoint} props={{ account }} /> : null
}

export function NextActionSlot({ account }: { account: Address }) {
  return useOwns(account) ? <Late load={loadNext} props={{ account }} /> : null
}

export function LockSeriesSlot({ account }: { account: Address }) {
  return useOwns(account) ? <Late load={loadSeries} props={{ account }} /> : null
}

export function LockActionsSlot(props: LockActionsProps) {
  return useOwns(props.account) ? <Late load={loadLock} props={props} /> : null
}
