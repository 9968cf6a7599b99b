import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

/** `RoundsManager.initializeRound`: starts the current round, for anyone (contracts.md 4). */
export function initializeRoundCall(addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'initializeRound',
    contract: 'RoundsManager',
    addresses,
    abi: roundsManagerAbi,
    functionName: 'initializeRound',
    args: [],
    meanings: [],
    alsoDependsOn: ['BondingManager', 'Minter'],
  })
}

/** The round that `NewRound` names; null when there is no such event. */
export function readInitializeRound(
  logs: readonly ReceiptLog[],
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(logs, addresses.RoundsManager, roundsManagerAbi, 'NewRound')[0]
  return event ? { verb: 'initializeRound', round: event.round } : null
}
