'use client'

import type { Address } from 'viem'
import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'
import { useWallet } from '@/hooks/use-wallet'

/*
 * Places of what an account operates: its code comes once the visitor's wallet is the account, or the one that it has named. For
 * everybody else there is nothing.
 */

const loadOperator = () =>
  import('@/components/operating/operator-workbench').then(({ OperatorWorkbench }) => OperatorWorkbench)
const loadCallReward = () =>
  import('@/components/operating/call-reward-panel').then(({ CallRewardPanel }) => CallRewardPanel)
const loadGateway = () =>
  import('@/components/operating/gateway-workbench').then(({ GatewayWorkbench }) => GatewayWorkbench)

function useIsWallet(account: Address | null): boolean {
  const { address } = useWallet()
  return address !== null && address.toLowerCase() === account?.toLowerCase()
}

/** The orchestrator's own workbench, or the reward call of its reward caller. */
export function OperateSlot({ account, rewardCaller }: { account: Address; rewardCaller: Address | null }) {
  const owns = useIsWallet(account)
  const calls = useIsWallet(rewardCaller)
  if (owns) return <Late load={loadOperator} props={{ account }} fallback={<Shape />} />
  return calls ? <Late load={loadCallReward} props={{ orchestrator: account }} fallback={<Shape />} /> : null
}

export function GatewaySlot({ account }: { account: Address }) {
  const owns = useIsWallet(account)
  return owns ? <Late load={loadGateway} props={{ account }} fallback={<Shape />} /> : null
}

function Shape() {
  return (
    <div aria-hidden className="min-h-72 space-y-3 rounded-lg bg-panel p-5 shadow-float" data-print="hide">
      <Skeleton ch={20} />
    </div>
  )
}
