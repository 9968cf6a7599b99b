import { type Address, isAddressEqual } from 'viem'
import { ticketBrokerWritesAbi } from '@/lib/contracts/abi/ticket-broker-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

/** `TicketBroker.unlock`: starts the wait after which a gateway can withdraw (contracts.md section 8). */
export function unlockCall(addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'unlock',
    contract: 'TicketBroker',
    addresses,
    abi: ticketBrokerWritesAbi,
    functionName: 'unlock',
    args: [],
    meanings: [],
    alsoDependsOn: ['RoundsManager'],
  })
}

/** What the account's `Unlock` event says; null when there is none. */
export function readUnlock(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.TicketBroker) return null
  const event = readEvents(logs, addresses.TicketBroker, ticketBrokerWritesAbi, 'Unlock').find((log) =>
    isAddressEqual(log.sender, account),
  )
  return event ? { verb: 'unlock', withdrawRound: event.endRound } : null
}
