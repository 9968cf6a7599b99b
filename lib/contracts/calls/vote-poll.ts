import { type Address, isAddressEqual } from 'viem'
import { pollAbi } from '@/lib/contracts/abi/poll'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'
import { pollChoices } from '@/lib/protocol/poll-tally'

type Args = Extract<CallArgs, { verb: 'votePoll' }>

/** `Poll.vote` of one LIP poll: changeable until the poll closes (contracts.md section 10). */
export function votePollCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'votePoll',
    contract: 'Poll',
    addresses,
    address: args.poll,
    abi: pollAbi,
    functionName: 'vote',
    args: [BigInt(pollChoices.indexOf(args.choice))],
    meanings: [args.choice],
  })
}

/** The account's `Vote` event of this poll with this choice; null when there is none. */
export function readVotePoll(logs: readonly ReceiptLog[], account: Address, args: Args): Outcome | null {
  const event = readEvents(logs, args.poll, pollAbi, 'Vote').findLast((vote) =>
    isAddressEqual(vote.voter, account),
  )
  const choice = event && pollChoices[Number(event.choiceID)]
  return choice === args.choice ? { verb: 'votePoll', poll: args.poll, choice } : null
}
