import { keccak256, stringToHex } from 'viem'
import { governorLifeAbi } from '@/lib/contracts/abi/governor-life'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { idOfProposal } from '@/lib/contracts/proposal-call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'propose' | 'queue' | 'execute' | 'cancel' }>
type ProposalStep = 'queue' | 'execute' | 'cancel'

/** `LivepeerGovernor.queue`, `execute` or `cancel`: all take exactly what was proposed (contracts.md 11.3). */
export function proposalStepCall(step: ProposalStep, args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: step,
    contract: 'LivepeerGovernor',
    addresses,
    abi: governorLifeAbi,
    functionName: step,
    args: [
      args.calls.map(({ target }) => target),
      args.calls.map(({ valueWei }) => valueWei),
      args.calls.map(({ calldata }) => calldata),
      keccak256(stringToHex(args.description)),
    ],
    meanings: [
      'contracts and accounts that the treasury calls',
      'ETH it sends along, in wei',
      'what it calls there',
      'hash of the text as it was proposed',
    ],
    alsoDependsOn: ['BondingVotes', 'Treasury'],
  })
}

const events = { queue: 'ProposalQueued', execute: 'ProposalExecuted', cancel: 'ProposalCanceled' } as const

/** The governor's event of this step with this proposal's id; null when there is none. */
export function readProposalStep(
  step: ProposalStep,
  logs: readonly ReceiptLog[],
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.LivepeerGovernor) return null
  const id = idOfProposal(args)
  const event = readEvents(logs, addresses.LivepeerGovernor, governorLifeAbi, events[step]).find(
    ({ proposalId }) => proposalId === id,
  )
  return event ? { verb: step, proposalId: event.proposalId } : null
}
