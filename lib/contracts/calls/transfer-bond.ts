import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'transferBond' }>

/** `BondingManager.transferBond`: gives stake to another account, without a wait. Amount in wei of LPT (contracts.md 5.3). */
export function transferBondCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'transferBond',
    contract: 'BondingManager',
    addresses,
    abi: bondingManagerWritesAbi,
    functionName: 'transferBond',
    args: [
      args.receiver,
      args.amountWei,
      args.oldHint.prev,
      args.oldHint.next,
      args.newHint.prev,
      args.newHint.next,
    ],
    meanings: [
      'receives the stake, still bonded',
      'taken out of your stake, in LPT wei',
      "your delegate's larger neighbour, a hint",
      "your delegate's smaller neighbour, a hint",
      "the receiver's delegate's larger neighbour, a hint",
      "the receiver's delegate's smaller neighbour, a hint",
    ],
    alsoDependsOn: ['RoundsManager', 'BondingVotes'],
  })
}

/** What the account's `TransferBond` event to this receiver says; null when there is none. */
export function readTransferBond(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'TransferBond').find(
    (moved) =>
      isAddressEqual(moved.oldDelegator, account) &&
      isAddressEqual(moved.newDelegator, args.receiver) &&
      moved.amount === args.amountWei,
  )
  return event ? { verb: 'transferBond', receiver: event.newDelegator, amountWei: event.amount } : null
}
