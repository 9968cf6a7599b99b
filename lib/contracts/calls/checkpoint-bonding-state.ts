import { isAddressEqual } from 'viem'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'checkpointBondingState' }>

/** `BondingManager.checkpointBondingState`: records an account's stake for voting, for anyone (contracts.md 5.3, 7). */
export function checkpointBondingStateCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'checkpointBondingState',
    contract: 'BondingManager',
    addresses,
    abi: bondingManagerWritesAbi,
    functionName: 'checkpointBondingState',
    args: [args.of],
    meanings: ['whose stake is recorded for voting'],
    alsoDependsOn: ['BondingVotes', 'RoundsManager'],
  })
}

/** That the account's stake was recorded, from BondingVotes' event; null when nothing changed. */
export function readCheckpointBondingState(
  logs: readonly ReceiptLog[],
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(
    logs,
    addresses.BondingVotes,
    bondingVotesAbi,
    'DelegatorBondedAmountChanged',
  ).find((change) => isAddressEqual(change.delegate, args.of))
  return event ? { verb: 'checkpointBondingState', of: event.delegate } : null
}
