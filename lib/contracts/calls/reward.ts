import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'reward' }>

const common = {
  verb: 'reward',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['Minter', 'RoundsManager', 'BondingVotes'],
} as const

/** `BondingManager.reward`, or `rewardWithHint`: claims this round's reward for all who delegate to the account (contracts.md 6.2). */
export function rewardCall({ hint }: Args, addresses: ContractAddresses): Call {
  if (!isHint(hint)) {
    return buildCall({ ...common, addresses, functionName: 'reward', args: [], meanings: [] })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'rewardWithHint',
    args: [hint.prev, hint.next],
    meanings: ['your larger neighbour, a hint', 'your smaller neighbour, a hint'],
  })
}

/** Amount of an orchestrator's `Reward` event, without the treasury's part; null when there is none. */
export function rewardOf(
  logs: readonly ReceiptLog[],
  transcoder: Address,
  addresses: ContractAddresses,
): bigint | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'Reward').find((reward) =>
    isAddressEqual(reward.transcoder, transcoder),
  )
  return event ? event.amount : null
}

/** What the account's `Reward` event says; null when there is none. */
export function readReward(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  const amountWei = rewardOf(logs, account, addresses)
  return amountWei === null ? null : { verb: 'reward', transcoder: account, amountWei }
}
