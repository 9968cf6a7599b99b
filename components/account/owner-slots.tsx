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

const loadFees = () =>
  import('@/components/staking/withdraw-fees-panel').then(({ WithdrawFeesPanel }) => WithdrawFeesPanel)
const loadClaim = () => import('@/components/staking/claim-panel').then(({ ClaimPanel }) => ClaimPanel)

function useOwns(account: Address): boolean {
  return useWallet().address?.toLowerCase() === account.toLowerCase()
}

export function UnbondSlot({ account }: { account: Address }) {
  return useOwns(account) ? <Late load={loadUnbond} props={{ account }} /> : null
}

export function WithdrawFeesSlot({ account }: { account: Address }) {
  return useOwns(account) ? <Late load={loadFees} props={{ account }} /> : null
}

export function ClaimSlot({ account }: { account: Address }) {
  return useOwns(account) ? <Late load={loadClaim} props={{ account }} /> : null
}

export function LockActionsSlot(props: LockActionsProps) {
  return useOwns(props.account) ? <Late load={loadLock} props={props} /> : null
}
