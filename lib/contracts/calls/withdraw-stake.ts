import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'withdrawStake' }>

/** `BondingManager.withdrawStake`: pays a matured lock out; claims no earnings (contracts.md 5.3). */
export function withdrawStakeCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'withdrawStake',
    contract: 'BondingManager',
    addresses,
    abi: bondingManagerWritesAbi,
    functionName: 'withdrawStake',
    args: [args.lockId],
    meanings: ['the unbonding lock paid out to your wallet'],
    alsoDependsOn: ['Minter', 'RoundsManager'],
  })
}

/** What the account's `WithdrawStake` event says of this lock; null when there is none. */
export function readWithdrawStake(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.BondingManager, bondingManagerEventsAbi, 'WithdrawStake').find(
    (paid) => isAddressEqual(paid.delegator, account) && paid.unbondingLockId === args.lockId,
  )
  if (!event) return null
  return {
    verb: 'withdrawStake',
    lockId: event.unbondingLockId,
    amountWei: event.amount,
    withdrawRound: event.withdrawRound,
  }
}
