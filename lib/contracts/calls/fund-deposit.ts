import { type Address, isAddressEqual } from 'viem'
import { ticketBrokerWritesAbi } from '@/lib/contracts/abi/ticket-broker-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'fundDeposit' | 'fundReserve' }>

/** `TicketBroker.fundDeposit`: adds ETH, sent along, to a gateway's deposit (contracts.md section 8). */
export function fundDepositCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'fundDeposit',
    contract: 'TicketBroker',
    addresses,
    abi: ticketBrokerWritesAbi,
    functionName: 'fundDeposit',
    args: [],
    meanings: [],
    alsoDependsOn: ['Minter'],
    valueWei: args.amountWei,
  })
}

/** What the account's `DepositFunded` event says; null when there is none. */
export function readFundDeposit(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.TicketBroker) return null
  const event = readEvents(logs, addresses.TicketBroker, ticketBrokerWritesAbi, 'DepositFunded').find(
    (funded) => isAddressEqual(funded.sender, account),
  )
  return event ? { verb: 'fundDeposit', amountWei: event.amount } : null
}
