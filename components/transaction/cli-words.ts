import type { Verb } from '@/lib/contracts/call'

/**
 * The same call by `livepeer_cli`, the menu of a node that holds the account's key; null where its menu has no such entry.
 * Entries are named, not numbered: their numbers differ with the kind of node.
 */
const cliSteps: Readonly<Record<Verb, readonly string[] | null>> = {
  approve: null,
  bond: ['Invoke "bond"', 'Enter the orchestrator’s address', 'Enter the amount; it approves on its own'],
  unbond: ['Invoke "unbond"', 'Enter the amount'],
  rebond: ['Invoke "rebond"', 'Enter the lock’s number'],
  rebondFromUnbonded: ['Invoke "rebond"', 'Enter the lock’s number', 'Enter the orchestrator’s address'],
  withdrawStake: ['Invoke "withdraw stake" (LPT)', 'Enter the lock’s number'],
  withdrawFees: ['Invoke "withdraw fees" (ETH)'],
  claimEarnings: null,
  castVote: null,
  votePoll: ['Vote on a poll', 'Enter the poll’s address', 'Enter 0 for yes or 1 for no'],
  transferBond: null,
  claimStake: null,
  checkpointBondingState: null,
  initializeRound: ['Invoke "initialize round"'],
  transcoder: ['Set orchestrator config', 'Enter the reward cut and the fee cut in percent'],
  reward: ['Invoke "reward"'],
  rewardForTranscoder: null,
  setRewardCaller: null,
  setServiceURI: ['Set orchestrator config', 'Enter the service address'],
  fundDeposit: ['Invoke "deposit broadcasting funds" (ETH)', 'Enter the deposit, and 0 for the reserve'],
  fundReserve: ['Invoke "deposit broadcasting funds" (ETH)', 'Enter 0 for the deposit, and the reserve'],
  fundDepositAndReserve: ['Invoke "deposit broadcasting funds" (ETH)', 'Enter the deposit, then the reserve'],
  unlock: ['Invoke "unlock broadcasting funds"'],
  cancelUnlock: ['Invoke "cancel unlock of broadcasting funds"'],
  withdraw: ['Invoke "withdraw broadcasting funds"'],
  createPoll: null,
  propose: null,
  queue: null,
  execute: null,
  cancel: null,
}

/** The steps of a call in the node's menu; null where it has none, or where the call is not for a menu's registry. */
export function cliStepsOf(verb: Verb, contract: string): readonly string[] | null {
  return contract === 'AIServiceRegistry' ? null : cliSteps[verb]
}
