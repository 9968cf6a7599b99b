import { type Address, isAddressEqual } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'transcoder' }>

const common = {
  verb: 'transcoder',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['RoundsManager'],
} as const
const meanings = [
  'of 1,000,000: the part of rewards you keep',
  'of 1,000,000: the part of fees your delegators get',
]

/** `BondingManager.transcoder`, with a hint where it may enter the pool: an orchestrator's cuts (contracts.md 5.3). */
export function transcoderCall(args: Args, addresses: ContractAddresses): Call {
  const { rewardCutP6, feeShareP6, hint } = args
  if (!isHint(hint)) {
    return buildCall({
      ...common,
      addresses,
      functionName: 'transcoder',
      args: [rewardCutP6, feeShareP6],
      meanings,
    })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'transcoderWithHint',
    args: [rewardCutP6, feeShareP6, hint.prev, hint.next],
    meanings: [...meanings, 'your larger neighbour, a hint', 'your smaller neighbour, a hint'],
  })
}

/** The cuts that the account's last `TranscoderUpdate` set; null when there is none. */
export function readTranscoder(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  const event = readEvents(
    logs,
    addresses.BondingManager,
    bondingManagerEventsAbi,
    'TranscoderUpdate',
  ).findLast((update) => isAddressEqual(update.transcoder, account))
  return event ? { verb: 'transcoder', rewardCutP6: event.rewardCut, feeShareP6: event.feeShare } : null
}
