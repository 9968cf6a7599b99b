import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'withdrawFees' }>

/** `BondingManager.withdrawFees`: pays earned fees out, in wei of ETH (contracts.md 5.3). */
export function withdrawFeesCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'withdrawFees',
    contract: 'BondingManager',
    addresses,
    abi: bondingManagerWritesAbi,
    functionName: 'withdrawFees',
    args: [args.recipient, args.amountWei],
    meanings: ['receives the ETH', 'paid out, in ETH wei'],
    alsoDependsOn: ['Minter', 'RoundsManager', 'BondingVotes'],
  })
}

/** What the account's `WithdrawFees` event says; null when there is none. */
export function readWithdrawFees(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'WithdrawFees').find(
    (paid) =>
      isAddressEqual(paid.delegator, account) &&
      isAddressEqual(paid.recipient, args.recipient) &&
      paid.amount === args.amountWei,
  )
  return event ? { verb: 'withdrawFees', recipient: event.recipient, amountWei: event.amount } : null
}
