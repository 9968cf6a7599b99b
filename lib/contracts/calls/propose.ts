import { type Address, isAddressEqual } from 'viem'
import { governorLifeAbi } from '@/lib/contracts/abi/governor-life'
import { governorProposeAbi } from '@/lib/contracts/abi/governor-propose'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { idOfProposal } from '@/lib/contracts/proposal-call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'propose' | 'queue' | 'execute' | 'cancel' }>

/** `LivepeerGovernor.propose`: a treasury proposal (contracts.md 11.1). */
export function proposeCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'propose',
    contract: 'LivepeerGovernor',
    addresses,
    abi: governorProposeAbi,
    functionName: 'propose',
    args: [
      args.calls.map(({ target }) => target),
      args.calls.map(({ valueWei }) => valueWei),
      args.calls.map(({ calldata }) => calldata),
      args.description,
    ],
    meanings: [
      'contracts and accounts that the treasury calls',
      'ETH it sends along, in wei',
      'what it calls there',
      'the text, public for good',
    ],
    alsoDependsOn: ['BondingVotes', 'Treasury'],
  })
}

/** The account's `ProposalCreated` event with this proposal's id; null when there is none. */
export function readPropose(
  logs: readonly ReceiptLog[],
  account: Address,
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.LivepeerGovernor) return null
  const id = idOfProposal(args)
  const event = readEvents(logs, addresses.LivepeerGovernor, governorLifeAbi, 'ProposalCreated').find(
    (created) => created.proposalId === id && isAddressEqual(created.proposer, account),
  )
  return event ? { verb: 'propose', proposalId: event.proposalId } : null
}
