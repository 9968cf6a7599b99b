import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'claimEarnings' }>

/** `BondingManager.claimEarnings`: every staking action does this by itself; its argument is ignored (contracts.md 5.3). */
export function claimEarningsCall(_args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'claimEarnings',
    contract: 'BondingManager',
    addresses,
    abi: bondingManagerWritesAbi,
    functionName: 'claimEarnings',
    args: [0n],
    meanings: ['ignored by the contract'],
    alsoDependsOn: ['RoundsManager', 'BondingVotes'],
  })
}

/** The account's `EarningsClaimed` event; null when there is none, as when the round was claimed before. */
export function readClaimEarnings(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'EarningsClaimed').find(
    (claim) => isAddressEqual(claim.delegator, account),
  )
  return event ? { verb: 'claimEarnings', rewardsWei: event.rewards, feesWei: event.fees } : null
}
