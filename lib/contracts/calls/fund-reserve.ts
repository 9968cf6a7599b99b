import { type Address, isAddressEqual } from 'viem'
import { ticketBrokerWritesAbi } from '@/lib/contracts/abi/ticket-broker-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'fundDeposit' | 'fundReserve' }>

/** `TicketBroker.fundReserve`: adds ETH, sent along, to a gateway's reserve (contracts.md section 8). */
export function fundReserveCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'fundReserve',
    contract: 'TicketBroker',
    addresses,
    abi: ticketBrokerWritesAbi,
    functionName: 'fundReserve',
    args: [],
    meanings: [],
    alsoDependsOn: ['Minter'],
    valueWei: args.amountWei,
  })
}

/** What the account's `ReserveFunded` event says; null when there is none. */
export function readFundReserve(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.TicketBroker) return null
  const event = readEvents(logs, addresses.TicketBroker, ticketBrokerWritesAbi, 'ReserveFunded').find(
    (funded) => isAddressEqual(funded.reserveHolder, account),
  )
  return event ? { verb: 'fundReserve', amountWei: event.amount } : null
}
