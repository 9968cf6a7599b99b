import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'setRewardCaller' }>

/** `BondingManager.setRewardCaller`: who besides the orchestrator may call reward for it (LIP-118, contracts.md 5.3). */
export function setRewardCallerCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'setRewardCaller',
    contract: 'BondingManager',
    addresses,
    abi: bondingManagerWritesAbi,
    functionName: 'setRewardCaller',
    args: [args.caller],
    meanings: ['may call reward for you, and nothing else; the zero address: nobody'],
  })
}

/** What the account's last `RewardCallerSet` says; null when there is none. */
export function readSetRewardCaller(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(
    logs,
    addresses.BondingManager,
    bondingManagerEventsAbi,
    'RewardCallerSet',
  ).findLast((set) => isAddressEqual(set.transcoder, account))
  return event ? { verb: 'setRewardCaller', caller: event.rewardCaller } : null
}
