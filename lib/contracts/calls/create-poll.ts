import { stringToHex } from 'viem'
import { pollCreatorAbi } from '@/lib/contracts/abi/poll-creator'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'createPoll' }>

/** `PollCreator.createPoll`: opens a LIP poll on a text kept on IPFS (contracts.md section 10). */
export function createPollCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'createPoll',
    contract: 'PollCreator',
    addresses,
    abi: pollCreatorAbi,
    functionName: 'createPoll',
    args: [stringToHex(args.cid)],
    meanings: [`the text on IPFS: ${args.cid}`],
    alsoDependsOn: ['BondingManager'],
  })
}

/** The poll that `PollCreated` with this text names; null when there is no such event. */
export function readCreatePoll(
  logs: readonly ReceiptLog[],
  args: Args,
  addresses: ContractAddresses,
): Outcome | null {
  if (!addresses.PollCreator) return null
  const proposal = stringToHex(args.cid)
  const event = readEvents(logs, addresses.PollCreator, pollCreatorAbi, 'PollCreated').find(
    (created) => created.proposal === proposal,
  )
  return event ? { verb: 'createPoll', poll: event.poll, endBlock: event.endBlock } : null
}
