/** A sentence for people and what to do next. */
export interface RevertExplanation {
  readonly reason: string
  readonly next: string
}

const NOT_FOR_ACCOUNTS: RevertExplanation = {
  reason: 'This call is reserved for another contract of the protocol.',
  next: 'It cannot be made from a wallet.',
}
const OWNER_ONLY: RevertExplanation = {
  reason: 'Only the owner of the protocol may change this.',
  next: 'Parameters change through governance.',
}
const INVALID_VALUE: RevertExplanation = {
  reason: 'The new value is outside what the protocol accepts.',
  next: 'Choose another value and try again.',
}
const OPEN_REVIEW = 'Open the review again with the newest figures.'
const LIST_TROUBLE: RevertExplanation = {
  reason: 'The list of orchestrators refused the change.',
  next: 'This should not happen. Try again without hints and report it if it stays.',
}
const BROKEN_TOKEN_ACCESS: RevertExplanation = {
  reason: 'The protocol is not allowed to do this with the token.',
  next: 'This is a fault of the deployment. Report it.',
}

/**
 * Every revert text of the staking contracts (contracts.md 2.1, 3.1, 3.3, 4, 5) as a plain sentence with a
 * next step. The key is the exact text.
 */
export const revertTexts: Readonly<Record<string, RevertExplanation>> = {
  'system is paused': {
    reason: 'The protocol is paused.',
    next: 'Wait until it is resumed. Your stake stays where it is.',
  },
  'system is not paused': { reason: 'The protocol is not paused.', next: 'There is nothing to resume.' },
  'caller must be Controller': NOT_FOR_ACCOUNTS,
  'caller must be Controller owner': OWNER_ONLY,
  'target contract must be registered': {
    reason: 'The protocol has no code registered for this contract.',
    next: 'This is a fault of the deployment. Report it.',
  },
  'current round is not initialized': {
    reason: 'The current round has not been started yet.',
    next: 'Anyone can start it. Try again once it has begun.',
  },
  ILLEGAL_CLAIM_EARNINGS: {
    reason: 'The receiving account would lose its reward of this round.',
    next: 'Wait until its orchestrator has called reward in this round.',
  },
  'transcoder has not yet called reward for the current round': {
    reason: 'This orchestrator leaves the active set after this round and has not called reward yet.',
    next: 'Wait until it has, wait for the next round, or choose another orchestrator.',
  },
  INVALID_DELEGATOR: {
    reason: 'This account cannot receive the stake.',
    next: 'Choose an account other than the orchestrator itself.',
  },
  INVALID_DELEGATE: {
    reason: 'An account without stake cannot be made an orchestrator by somebody else.',
    next: 'Delegate to another orchestrator.',
  },
  INVALID_DELEGATE_CHANGE: {
    reason: 'Only the account itself can change whom it delegates to.',
    next: 'Delegate to the orchestrator it has.',
  },
  "registered transcoders can't delegate towards other addresses": {
    reason: 'An orchestrator cannot delegate to another orchestrator.',
    next: 'Unbond all of your own stake first, then delegate.',
  },
  'delegation amount must be greater than 0': {
    reason: 'The amount is zero.',
    next: 'Enter an amount, or choose another orchestrator to move to.',
  },
  'caller must be bonded': {
    reason: 'This needs stake that is bonded in the current round.',
    next: 'Delegate first, or wait for the next round if you delegated in this one.',
  },
  'unbond amount must be greater than 0': { reason: 'The amount is zero.', next: 'Enter an amount.' },
  'amount is greater than bonded amount': {
    reason: 'The amount is more than your stake.',
    next: 'Enter a smaller amount.',
  },
  'caller must be unbonded': {
    reason: 'This works only for an account without stake.',
    next: 'Rebond to the orchestrator you have, or unbond everything first.',
  },
  'invalid unbonding lock ID': {
    reason: 'This unbonding lock does not exist or was used already.',
    next: 'Look at your locks again. It may have been withdrawn or rebonded.',
  },
  'withdraw round must be before or equal to the current round': {
    reason: 'The waiting time of this lock is not over.',
    next: 'Try again in its withdraw round.',
  },
  'invalid recipient': { reason: 'The recipient is the zero address.', next: 'Enter another recipient.' },
  'insufficient fees to withdraw': {
    reason: 'The amount is more than the fees you have.',
    next: 'Enter a smaller amount.',
  },
  "can't update transcoder params, current round is locked": {
    reason: 'Cuts cannot change in the last part of a round.',
    next: 'Try again when the next round has begun.',
  },
  'invalid rewardCut percentage': {
    reason: 'The reward cut is above 100 %.',
    next: 'Enter a cut from 0 to 100 %.',
  },
  'invalid feeShare percentage': {
    reason: 'The fee share is above 100 %.',
    next: 'Enter a fee cut from 0 to 100 %.',
  },
  'transcoder must be registered': {
    reason: 'This account is not an orchestrator.',
    next: 'Bond stake to yourself first.',
  },
  "caller can't be active or must have already called reward for the current round": {
    reason: 'An active orchestrator must call reward before it changes its cuts.',
    next: 'Call reward for this round first.',
  },
  'caller must be a reward caller set by the transcoder': {
    reason: 'This account is not the reward caller of the orchestrator.',
    next: 'The orchestrator can name it as its reward caller.',
  },
  'transcoder must be active': {
    reason: 'This orchestrator is not in the active set of this round.',
    next: 'Wait for a round in which it is active.',
  },
  'caller must be an active transcoder': {
    reason: 'This orchestrator is not in the active set of this round.',
    next: 'Wait for a round in which it is active.',
  },
  'caller has already called reward for the current round': {
    reason: 'Reward has been called in this round already.',
    next: 'There is nothing to do until the next round.',
  },
  'new max size must be greater than old max size': INVALID_VALUE,
  '_cutRate is invalid precise percentage': INVALID_VALUE,
  'caller must be TicketBroker': NOT_FOR_ACCOUNTS,
  'caller must be RoundsManager': NOT_FOR_ACCOUNTS,
  'caller must be Verifier': NOT_FOR_ACCOUNTS,
  'list is full': LIST_TROUBLE,
  'node already in list': LIST_TROUBLE,
  'node id is null': LIST_TROUBLE,
  'key is zero': LIST_TROUBLE,
  'node not in list': LIST_TROUBLE,
  'minted tokens cannot exceed mintable tokens': {
    reason: 'More reward was asked for than this round may mint.',
    next: 'Wait for the next round and report it if it stays.',
  },
  'msg.sender not BondingManager': NOT_FOR_ACCOUNTS,
  'msg.sender not RoundsManager': NOT_FOR_ACCOUNTS,
  'msg.sender not BondingManager or JobsManager': NOT_FOR_ACCOUNTS,
  'msg.sender not Minter or JobsManager': NOT_FOR_ACCOUNTS,
  '_inflation is invalid percentage': INVALID_VALUE,
  '_inflationChange is invalid percentage': INVALID_VALUE,
  '_targetBondingRate is invalid percentage': INVALID_VALUE,
  'new Minter cannot be current Minter': INVALID_VALUE,
  'new Minter cannot be null address': INVALID_VALUE,
  'new Minter Controller must be current Controller': INVALID_VALUE,
  'new Minter must be registered': INVALID_VALUE,
  'round already initialized': {
    reason: 'The current round has been started already.',
    next: 'There is nothing to do until the next round.',
  },
  'can only retrieve past block hashes': {
    reason: 'The block asked for is not in the past.',
    next: 'Ask for an earlier block.',
  },
  'can only retrieve hashes for last 256 blocks': {
    reason: 'The block asked for is too old.',
    next: 'Ask for one of the last 256 blocks.',
  },
  'round length cannot be 0': INVALID_VALUE,
  'round lock amount must be a valid percentage': INVALID_VALUE,
  'LIP upgrade round already set': INVALID_VALUE,
  'ERC20: transfer amount exceeds balance': {
    reason: 'You have less LPT than this amount.',
    next: 'Enter a smaller amount.',
  },
  'ERC20: transfer amount exceeds allowance': {
    reason: 'The approval is smaller than the amount.',
    next: `Approve the amount first. ${OPEN_REVIEW}`,
  },
  'ERC20: insufficient allowance': {
    reason: 'The approval is smaller than the amount.',
    next: `Approve the amount first. ${OPEN_REVIEW}`,
  },
  'ERC20: transfer to the zero address': {
    reason: 'Tokens cannot be sent to the zero address.',
    next: 'Enter another recipient.',
  },
  'ERC20: approve to the zero address': {
    reason: 'The zero address cannot be approved.',
    next: OPEN_REVIEW,
  },
  'ERC20: decreased allowance below zero': {
    reason: 'The approval is smaller than the amount taken from it.',
    next: 'Set the approval to zero instead.',
  },
  'ERC20: burn amount exceeds balance': {
    reason: 'There is less LPT than the amount to burn.',
    next: 'Enter a smaller amount.',
  },
  'ERC20: burn amount exceeds allowance': {
    reason: 'The approval is smaller than the amount to burn.',
    next: 'Approve the amount first.',
  },
  'ERC20Permit: expired deadline': {
    reason: 'The signed permission has expired.',
    next: 'Sign a new one.',
  },
  'ERC20Permit: invalid signature': {
    reason: 'The signed permission does not belong to this account.',
    next: 'Sign it again with the account that owns the LPT.',
  },
}

/** Texts with parts that vary, tried when no exact text fits. */
export const revertPatterns: readonly {
  readonly pattern: RegExp
  readonly explanation: RevertExplanation
}[] = [
  {
    pattern: /^AccessControl: account 0x[0-9a-f]{40} is missing role 0x[0-9a-f]{64}$/,
    explanation: BROKEN_TOKEN_ACCESS,
  },
]

/** Custom errors of BondingVotes, which surface through staking calls only when contracts are wired wrongly. */
export const revertErrors: Readonly<Record<string, RevertExplanation>> = {
  DecreasingValues: {
    reason: 'The voting record would go back in time.',
    next: 'Try again in the next block and report it if it stays.',
  },
  FutureLastClaimRound: {
    reason: 'The voting record names a claim of a later round.',
    next: 'Try again in the next block and report it if it stays.',
  },
  FutureLookup: {
    reason: 'Voting power is asked for a round that has not begun.',
    next: 'Ask again when that round has passed.',
  },
  InvalidCaller: NOT_FOR_ACCOUNTS,
  InvalidStartRound: {
    reason: 'The voting record is for another round than the next.',
    next: 'Try again in the next block and report it if it stays.',
  },
  InvalidTotalStakeCheckpointRound: {
    reason: 'The total of active stake is for another round than this.',
    next: 'Try again in the next block and report it if it stays.',
  },
  MissingEarningsPool: {
    reason: 'The orchestrator has no earnings record for the round asked for.',
    next: 'Checkpoint its voting power, then try again.',
  },
  MustCallBondingManager: {
    reason: 'Voting power moves with the stake and cannot be delegated by itself.',
    next: 'Delegate your stake instead.',
  },
}

/** Solidity's own failures by their code. */
export const revertPanics: Readonly<Record<string, RevertExplanation>> = {
  '1': {
    reason: 'A consistency check of the protocol failed.',
    next: 'Do not try again. Report it with the details.',
  },
  '17': {
    reason: 'A figure became smaller than zero or too large.',
    next: `Check the amount. ${OPEN_REVIEW}`,
  },
  '18': {
    reason: 'The protocol divided by zero, as it does before rounds are set up.',
    next: 'Try again when the first round has begun.',
  },
  '50': { reason: 'A list was read past its end.', next: OPEN_REVIEW },
}

/** A revert that says nothing. */
export const emptyRevert: RevertExplanation = {
  reason: 'The contract refused without giving a reason.',
  next: 'The owner or pause guard, or a recipient that takes no ETH, answers like this. Check the call in the details.',
}

/** A revert that is not in this catalogue. */
export const unknownRevert: RevertExplanation = {
  reason: 'The contract refused with a reason this site does not know.',
  next: 'Look at the decoded reason in the details before you try again.',
}
