import type { Address } from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { approveCall, readApprove } from '@/lib/contracts/calls/approve'
import { bondCall, readBond } from '@/lib/contracts/calls/bond'
import { castVoteCall, readCastVote } from '@/lib/contracts/calls/cast-vote'
import { claimEarningsCall, readClaimEarnings } from '@/lib/contracts/calls/claim-earnings'
import { readRebond, rebondCall } from '@/lib/contracts/calls/rebond'
import { readRebondFromUnbonded, rebondFromUnbondedCall } from '@/lib/contracts/calls/rebond-from-unbonded'
import { readUnbond, unbondCall } from '@/lib/contracts/calls/unbond'
import { readVotePoll, votePollCall } from '@/lib/contracts/calls/vote-poll'
import { readWithdrawFees, withdrawFeesCall } from '@/lib/contracts/calls/withdraw-fees'
import { readWithdrawStake, withdrawStakeCall } from '@/lib/contracts/calls/withdraw-stake'
import type { ReceiptLog } from '@/lib/contracts/read-event'

/** The contract call of a step's arguments on one network. */
export function callOf(args: CallArgs, addresses: ContractAddresses): Call {
  switch (args.verb) {
    case 'approve':
      return approveCall(args, addresses)
    case 'bond':
      return bondCall(args, addresses)
    case 'unbond':
      return unbondCall(args, addresses)
    case 'rebond':
      return rebondCall(args, addresses)
    case 'rebondFromUnbonded':
      return rebondFromUnbondedCall(args, addresses)
    case 'withdrawStake':
      return withdrawStakeCall(args, addresses)
    case 'withdrawFees':
      return withdrawFeesCall(args, addresses)
    case 'claimEarnings':
      return claimEarningsCall(args, addresses)
    case 'castVote':
      return castVoteCall(args, addresses)
    case 'votePoll':
      return votePollCall(args, addresses)
  }
}

/**
 * What a mined call did, read from the event the contract emits for this account; null when the receipt
 * does not hold it, which means that the action did not happen whatever the receipt's status says.
 */
export function readOutcome(
  args: CallArgs,
  logs: readonly ReceiptLog[],
  account: Address,
  addresses: ContractAddresses,
): Outcome | null {
  switch (args.verb) {
    case 'approve':
      return readApprove(logs, account, args, addresses)
    case 'bond':
      return readBond(logs, account, args, addresses)
    case 'unbond':
      return readUnbond(logs, account, args, addresses)
    case 'rebond':
      return readRebond(logs, account, args, addresses)
    case 'rebondFromUnbonded':
      return readRebondFromUnbonded(logs, account, args, addresses)
    case 'withdrawStake':
      return readWithdrawStake(logs, account, args, addresses)
    case 'withdrawFees':
      return readWithdrawFees(logs, account, args, addresses)
    case 'claimEarnings':
      return readClaimEarnings(logs, account, addresses)
    case 'castVote':
      return readCastVote(logs, account, args, addresses)
    case 'votePoll':
      return readVotePoll(logs, account, args)
  }
}
