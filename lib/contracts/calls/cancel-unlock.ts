import { type Address, isAddressEqual } from 'viem'
import { ticketBrokerWritesAbi } from '@/lib/contracts/abi/ticket-broker-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

/** `TicketBroker.cancelUnlock`: stops that wait, so that tickets stay good (contracts.md section 8). */
export function cancelUnlockCall(addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'cancelUnlock',
    contract: 'TicketBroker',
    addresses,
    abi: ticketBrokerWritesAbi,
    functionName: 'cancelUnlock',
    args: [],
    meanings: [],
    alsoDependsOn: ['RoundsManager'],
  })
}

/** What the account's `UnlockCancelled` event says; null when there is none. */
export function readCancelUnlock(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.TicketBroker) return null
  const event = readEvents(logs, addresses.TicketBroker, ticketBrokerWritesAbi, 'UnlockCancelled').find(
    (log) => isAddressEqual(log.sender, account),
  )
  return event ? { verb: 'cancelUnlock' } : null
}
