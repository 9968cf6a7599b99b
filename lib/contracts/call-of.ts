import type { Address } from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { approveCall, readApprove } from '@/lib/contracts/calls/approve'
import { bondCall, readBond } from '@/lib/contracts/calls/bond'
import { cancelUnlockCall, readCancelUnlock } from '@/lib/contracts/calls/cancel-unlock'
import { castVoteCall, readCastVote } from '@/lib/contracts/calls/cast-vote'
import {
  checkpointBondingStateCall,
  readCheckpointBondingState,
} from '@/lib/contracts/calls/checkpoint-bonding-state'
import { claimEarningsCall, readClaimEarnings } from '@/lib/contracts/calls/claim-earnings'
import { claimStakeCall, readClaimStake } from '@/lib/contracts/calls/claim-stake'
import { createPollCall, readCreatePoll } from '@/lib/contracts/calls/create-poll'
import { fundDepositCall, readFundDeposit } from '@/lib/contracts/calls/fund-deposit'
import {
  fundDepositAndReserveCall,
  readFundDepositAndReserve,
} from '@/lib/contracts/calls/fund-deposit-and-reserve'
import { fundReserveCall, readFundReserve } from '@/lib/contracts/calls/fund-reserve'
import { initializeRoundCall, readInitializeRound } from '@/lib/contracts/calls/initialize-round'
import { proposalStepCall, readProposalStep } from '@/lib/contracts/calls/proposal-step'
import { proposeCall, readPropose } from '@/lib/contracts/calls/propose'
import { readRebond, rebondCall } from '@/lib/contracts/calls/rebond'
import { readRebondFromUnbonded, rebondFromUnbondedCall } from '@/lib/contracts/calls/rebond-from-unbonded'
import { readReward, rewardCall } from '@/lib/contracts/calls/reward'
import { readRewardForTranscoder, rewardForTranscoderCall } from '@/lib/contracts/calls/reward-for-transcoder'
import { readSetRewardCaller, setRewardCallerCall } from '@/lib/contracts/calls/set-reward-caller'
import { readSetServiceUri, setServiceUriCall } from '@/lib/contracts/calls/set-service-uri'
import { readTranscoder, transcoderCall } from '@/lib/contracts/calls/transcoder'
import { readTransferBond, transferBondCall } from '@/lib/contracts/calls/transfer-bond'
import { readUnbond, unbondCall } from '@/lib/contracts/calls/unbond'
import { readUnlock, unlockCall } from '@/lib/contracts/calls/unlock'
import { readVotePoll, votePollCall } from '@/lib/contracts/calls/vote-poll'
import { readWithdraw, withdrawCall } from '@/lib/contracts/calls/withdraw'
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
    case 'transferBond':
      return transferBondCall(args, addresses)
    case 'claimStake':
      return claimStakeCall(args, addresses)
    case 'checkpointBondingState':
      return checkpointBondingStateCall(args, addresses)
    case 'initializeRound':
      return initializeRoundCall(addresses)
    case 'transcoder':
      return transcoderCall(args, addresses)
    case 'reward':
      return rewardCall(args, addresses)
    case 'rewardForTranscoder':
      return rewardForTranscoderCall(args, addresses)
    case 'setRewardCaller':
      return setRewardCallerCall(args, addresses)
    case 'setServiceURI':
      return setServiceUriCall(args, addresses)
    case 'fundDeposit':
      return fundDepositCall(args, addresses)
    case 'fundReserve':
      return fundReserveCall(args, addresses)
    case 'fundDepositAndReserve':
      return fundDepositAndReserveCall(args, addresses)
    case 'unlock':
      return unlockCall(addresses)
    case 'cancelUnlock':
      return cancelUnlockCall(addresses)
    case 'withdraw':
      return withdrawCall(addresses)
    case 'createPoll':
      return createPollCall(args, addresses)
    case 'propose':
      return proposeCall(args, addresses)
    case 'queue':
    case 'execute':
    case 'cancel':
      return proposalStepCall(args.verb, args, addresses)
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
    case 'transferBond':
      return readTransferBond(logs, account, args, addresses)
    case 'claimStake':
      return readClaimStake(logs, account, addresses)
    case 'checkpointBondingState':
      return readCheckpointBondingState(logs, args, addresses)
    case 'initializeRound':
      return readInitializeRound(logs, addresses)
    case 'transcoder':
      return readTranscoder(logs, account, addresses)
    case 'reward':
      return readReward(logs, account, addresses)
    case 'rewardForTranscoder':
      return readRewardForTranscoder(logs, args, addresses)
    case 'setRewardCaller':
      return readSetRewardCaller(logs, account, addresses)
    case 'setServiceURI':
      return readSetServiceUri(logs, account, args, addresses)
    case 'fundDeposit':
      return readFundDeposit(logs, account, addresses)
    case 'fundReserve':
      return readFundReserve(logs, account, addresses)
    case 'fundDepositAndReserve':
      return readFundDepositAndReserve(logs, account, addresses)
    case 'unlock':
      return readUnlock(logs, account, addresses)
    case 'cancelUnlock':
      return readCancelUnlock(logs, account, addresses)
    case 'withdraw':
      return readWithdraw(logs, account, addresses)
    case 'createPoll':
      return readCreatePoll(logs, args, addresses)
    case 'propose':
      return readPropose(logs, account, args, addresses)
    case 'queue':
    case 'execute':
    case 'cancel':
      return readProposalStep(args.verb, logs, args, addresses)
  }
}
