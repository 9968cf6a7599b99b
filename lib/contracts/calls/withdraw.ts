import { type Address, isAddressEqual } from 'viem'
import { ticketBrokerWritesAbi } from '@/lib/contracts/abi/ticket-broker-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

/** `TicketBroker.withdraw`: pays deposit and reserve out, both whole (contracts.md section 8). */
export function withdrawCall(addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'withdraw',
    contract: 'TicketBroker',
    addresses,
    abi: ticketBrokerWritesAbi,
    functionName: 'withdraw',
    args: [],
    meanings: [],
    alsoDependsOn: ['Minter'],
  })
}

/** What the account's `Withdrawal` event says; null when there is none. */
export function readWithdraw(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.TicketBroker) return null
  const event = readEvents(logs, addresses.TicketBroker, ticketBrokerWritesAbi, 'Withdrawal').find((log) =>
    isAddressEqual(log.sender, account),
  )
  return event ? { verb: 'withdraw', depositWei: event.deposit, reserveWei: event.reserve } : null
}
