import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'bond' }>

const common = {
  verb: 'bond',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['LivepeerToken', 'Minter', 'RoundsManager', 'BondingVotes'],
} as const

/**
 * `BondingManager.bond`, or `bondWithHint` when a hint says something: adds LPT to the stake and delegates
 * all of it to `to` (contracts.md 5.3). Amount in wei of LPT; 0 only when moving to another delegate.
 */
export function bondCall(args: Args, addresses: ContractAddresses): Call {
  const meanings = ['added to your stake, in LPT wei', 'all of your stake is delegated here']
  if (!isHint(args.oldHint) && !isHint(args.newHint)) {
    return buildCall({
      ...common,
      addresses,
      functionName: 'bond',
      args: [args.amountWei, args.to],
      meanings,
    })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'bondWithHint',
    args: [
      args.amountWei,
      args.to,
      args.oldHint.prev,
      args.oldHint.next,
      args.newHint.prev,
      args.newHint.next,
    ],
    meanings: [
      ...meanings,
      ...hintMeanings('the delegate you leave'),
      ...hintMeanings('the delegate you join'),
    ],
  })
}

function hintMeanings(whose: string): [string, string] {
  return [`larger neighbour of ${whose}, a hint`, `smaller neighbour of ${whose}, a hint`]
}

/** What the account's `Bond` event of this delegate and amount says happened; null when there is none. */
export function readBond(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'Bond').find(
    (bond) =>
      isAddressEqual(bond.delegator, account) &&
      isAddressEqual(bond.newDelegate, args.to) &&
      bond.additionalAmount === args.amountWei,
  )
  if (!event) return null
  return {
    verb: 'bond',
    delegate: event.newDelegate,
    oldDelegate: event.oldDelegate,
    addedWei: event.additionalAmount,
    stakeWei: event.bondedAmount,
  }
}
