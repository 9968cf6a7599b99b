import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'rebondFromUnbonded' }>

const common = {
  verb: 'rebondFromUnbonded',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['RoundsManager', 'BondingVotes'],
} as const

/**
 * `BondingManager.rebondFromUnbonded`, or its hinted variant: an account without stake puts a lock back
 * into stake, with any delegate (contracts.md 5.3).
 */
export function rebondFromUnbondedCall(args: Args, addresses: ContractAddresses): Call {
  const meanings = ['the stake is delegated here', 'the unbonding lock that becomes stake again']
  if (!isHint(args.hint)) {
    return buildCall({
      ...common,
      addresses,
      functionName: 'rebondFromUnbonded',
      args: [args.to, args.lockId],
      meanings,
    })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'rebondFromUnbondedWithHint',
    args: [args.to, args.lockId, args.hint.prev, args.hint.next],
    meanings: [
      ...meanings,
      "the delegate's larger neighbour, a hint",
      "the delegate's smaller neighbour, a hint",
    ],
  })
}

/** What the account's `Rebond` event says of this lock and delegate; null when there is none. */
export function readRebondFromUnbonded(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'Rebond').find(
    (rebond) =>
      isAddressEqual(rebond.delegator, account) &&
      isAddressEqual(rebond.delegate, args.to) &&
      rebond.unbondingLockId === args.lockId,
  )
  if (!event) return null
  return {
    verb: 'rebondFromUnbonded',
    delegate: event.delegate,
    lockId: event.unbondingLockId,
    amountWei: event.amount,
  }
}
