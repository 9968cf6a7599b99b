import { type Address, isAddressEqual } from 'viem'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'approve' }>

/** `LivepeerToken.approve`: sets, does not add; 0 revokes. Amount in wei of LPT (contracts.md 3.1). */
export function approveCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'approve',
    contract: 'LivepeerToken',
    addresses,
    abi: livepeerTokenAbi,
    functionName: 'approve',
    args: [args.spender, args.amountWei],
    meanings: ['may move your LPT', 'at most this much, in LPT wei'],
    alsoDependsOn: ['BondingManager'],
  })
}

/** The allowance that a receipt's last `Approval` of this owner and spender set; null when there is none. */
export function readApprove(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.LivepeerToken, livepeerTokenAbi, 'Approval').findLast(
    (approval) => isAddressEqual(approval.owner, account) && isAddressEqual(approval.spender, args.spender),
  )
  return event ? { verb: 'approve', spender: event.spender, amountWei: event.value } : null
}
