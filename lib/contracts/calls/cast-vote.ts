import { type Address, isAddressEqual } from 'viem'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { treasurySupports } from '@/lib/protocol/treasury-vote'

type Args = Extract<CallArgs, { verb: 'castVote' }>

/** `LivepeerGovernor.castVote`, with a reason where one is given: final, one vote an account (contracts.md 11.2). */
export function castVoteCall(args: Args, addresses: ContractAddresses): Call {
  const support = treasurySupports.indexOf(args.support)
  const common = {
    verb: 'castVote',
    contract: 'LivepeerGovernor',
    addresses,
    abi: livepeerGovernorAbi,
    alsoDependsOn: ['BondingVotes', 'RoundsManager'],
  } as const
  const meanings = ['the treasury proposal', args.support]
  return args.reason === ''
    ? buildCall({ ...common, functionName: 'castVote', args: [args.proposalId, support], meanings })
    : buildCall({
        ...common,
        functionName: 'castVoteWithReason',
        args: [args.proposalId, support, args.reason],
        meanings: [...meanings, 'public, for good'],
      })
}

/** The account's `VoteCast` event on this proposal; null when there is none. */
export function readCastVote(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const { LivepeerGovernor } = addresses
  if (!LivepeerGovernor) return null
  const event = readEvents(logs, LivepeerGovernor, livepeerGovernorAbi, 'VoteCast').find(
    (vote) => isAddressEqual(vote.voter, account) && vote.proposalId === args.proposalId,
  )
  const support = event && treasurySupports[event.support]
  if (!event || !support) return null
  return { verb: 'castVote', proposalId: event.proposalId, support, weightWei: event.weight }
}
