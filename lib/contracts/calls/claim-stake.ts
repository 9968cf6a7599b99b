import { type Address, isAddressEqual } from 'viem'
import { l2MigratorAbi } from '@/lib/contracts/abi/l2-migrator'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'claimStake' }>

/** `L2Migrator.claimStake`: stake and fees left on Ethereum, proven by the published list (contracts.md 12.2). */
export function claimStakeCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'claimStake',
    contract: 'L2Migrator',
    addresses,
    abi: l2MigratorAbi,
    functionName: 'claimStake',
    args: [args.delegate, args.stakeWei, args.feesWei, args.proof, args.newDelegate],
    meanings: [
      'your orchestrator on Ethereum, as listed',
      'your stake there, in LPT wei',
      'your fees there, in ETH wei',
      'that the list holds this entry',
      'the stake is delegated here; the zero address: to the one listed',
    ],
    alsoDependsOn: ['MerkleSnapshot', 'BondingManager', 'RoundsManager'],
  })
}

/** What the account's `StakeClaimed` event says; null when there is none. */
export function readClaimStake(
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.L2Migrator) return null
  const event = readEvents(logs, addresses.L2Migrator, l2MigratorAbi, 'StakeClaimed').find((claim) =>
    isAddressEqual(claim.delegator, account),
  )
  if (!event) return null
  return { verb: 'claimStake', delegate: event.delegate, stakeWei: event.stake, feesWei: event.fees }
}
