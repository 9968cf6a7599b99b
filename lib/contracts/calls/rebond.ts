import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'rebond' }>

const common = {
  verb: 'rebond',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['RoundsManager', 'BondingVotes'],
} as const

/**
 * `BondingManager.rebond`, or `rebondWithHint` when the hint says something: puts a lock back into stake
 * with the delegate the account has (contracts.md 5.3).
 */
export function rebondCall(args: Args, addresses: ContractAddresses): Call {
  const meaning = 'the unbonding lock that becomes stake again'
  if (!isHint(args.hint)) {
    return buildCall({
      ...common,
      addresses,
      functionName: 'rebond',
      args: [args.lockId],
      meanings: [meaning],
    })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'rebondWithHint',
    args: [args.lockId, args.hint.prev, args.hint.next],
    meanings: [
      meaning,
      "your delegate's larger neighbour, a hint",
      "your delegate's smaller neighbour, a hint",
    ],
  })
}

/** What the account's `Rebond` event says of this lock; null when there is none. */
export function readRebond(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'Rebond').find(
    (rebond) => isAddressEqual(rebond.delegator, account) && rebond.unbondingLockId === args.lockId,
  )
  if (!event) return null
  return {
    verb: 'rebond',
    delegate: event.delegate,
    lockId: event.unbondingLockId,
    amountWei: event.amount,
  }
}
