import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'unbond' }>

const common = {
  verb: 'unbond',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['RoundsManager', 'BondingVotes'],
} as const

/**
 * `BondingManager.unbond`, or `unbondWithHint` when the hint says something: takes stake out into a lock
 * (contracts.md 5.3). Amount in wei of LPT.
 */
export function unbondCall(args: Args, addresses: ContractAddresses): Call {
  const meaning = 'taken out of your stake into a lock, in LPT wei'
  if (!isHint(args.hint)) {
    return buildCall({
      ...common,
      addresses,
      functionName: 'unbond',
      args: [args.amountWei],
      meanings: [meaning],
    })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'unbondWithHint',
    args: [args.amountWei, args.hint.prev, args.hint.next],
    meanings: [
      meaning,
      "your delegate's larger neighbour, a hint",
      "your delegate's smaller neighbour, a hint",
    ],
  })
}

/** The lock that the account's `Unbond` event made; null when there is none. */
export function readUnbond(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'Unbond').find(
    (unbond) => isAddressEqual(unbond.delegator, account) && unbond.amount === args.amountWei,
  )
  if (!event) return null
  return {
    verb: 'unbond',
    delegate: event.delegate,
    lockId: event.unbondingLockId,
    amountWei: event.amount,
    withdrawRound: event.withdrawRound,
  }
}
