import { bondingManagerWritesAbi } from '@/lib/contracts/abi/bonding-manager-writes'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { rewardOf } from '@/lib/contracts/calls/reward'
import type { ReceiptLog } from '@/lib/contracts/read-event'
import { isHint } from '@/lib/protocol/list-hints'

type Args = Extract<CallArgs, { verb: 'rewardForTranscoder' }>

const common = {
  verb: 'rewardForTranscoder',
  contract: 'BondingManager',
  abi: bondingManagerWritesAbi,
  alsoDependsOn: ['Minter', 'RoundsManager', 'BondingVotes'],
} as const

/** `BondingManager.rewardForTranscoder…`: reward, called by the account that the orchestrator named for it (contracts.md 5.3). */
export function rewardForTranscoderCall({ transcoder, hint }: Args, addresses: ContractAddresses): Call {
  const meaning = 'the reward is for this orchestrator and its delegators'
  if (!isHint(hint)) {
    return buildCall({
      ...common,
      addresses,
      functionName: 'rewardForTranscoder',
      args: [transcoder],
      meanings: [meaning],
    })
  }
  return buildCall({
    ...common,
    addresses,
    functionName: 'rewardForTranscoderWithHint',
    args: [transcoder, hint.prev, hint.next],
    meanings: [meaning, 'its larger neighbour, a hint', 'its smaller neighbour, a hint'],
  })
}

/** What the orchestrator's `Reward` event says; null when there is none. */
export function readRewardForTranscoder(
  logs: readonly ReceiptLog[],
  { transcoder }: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const amountWei = rewardOf(logs, transcoder, addresses)
  return amountWei === null ? null : { verb: 'rewardForTranscoder', transcoder, amountWei }
}
