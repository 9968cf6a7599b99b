/**
 * Every revert text and custom error of contracts.md: sections 2.1 (Manager), 3.1 (token), 3.3 (Minter), 4
 * (RoundsManager), 5 (BondingManager, newest behaviour and the older text of one guard) and 7 with 15
 * (BondingVotes). Facts, committed so that the catalogue's test can walk them.
 */
export const knownTexts = [
  // 2.1
  'caller must be Controller',
  'caller must be Controller owner',
  'system is paused',
  'system is not paused',
  'target contract must be registered',
  // 3.1
  'ERC20: transfer amount exceeds balance',
  'ERC20: transfer amount exceeds allowance',
  'ERC20: transfer to the zero address',
  'ERC20: approve to the zero address',
  'ERC20: decreased allowance below zero',
  'ERC20: burn amount exceeds balance',
  'ERC20: burn amount exceeds allowance',
  'ERC20: insufficient allowance',
  'ERC20Permit: expired deadline',
  'ERC20Permit: invalid signature',
  'AccessControl: account 0x00000000000000000000000000000000000000aa is missing role 0x9f2df0fed2c77648de5860a4cc508cd0818c85b8b8a1ab4ceeef8d981c8956a6',
  // 3.3
  'minted tokens cannot exceed mintable tokens',
  'msg.sender not BondingManager',
  'msg.sender not RoundsManager',
  'msg.sender not BondingManager or JobsManager',
  'msg.sender not Minter or JobsManager',
  '_inflation is invalid percentage',
  '_inflationChange is invalid percentage',
  '_targetBondingRate is invalid percentage',
  'new Minter cannot be current Minter',
  'new Minter cannot be null address',
  'new Minter Controller must be current Controller',
  'new Minter must be registered',
  // 4
  'round already initialized',
  'can only retrieve past block hashes',
  'can only retrieve hashes for last 256 blocks',
  'round length cannot be 0',
  'round lock amount must be a valid percentage',
  'LIP upgrade round already set',
  // 5
  'current round is not initialized',
  'ILLEGAL_CLAIM_EARNINGS',
  'transcoder has not yet called reward for the current round',
  'INVALID_DELEGATOR',
  'INVALID_DELEGATE',
  'INVALID_DELEGATE_CHANGE',
  "registered transcoders can't delegate towards other addresses",
  'delegation amount must be greater than 0',
  'caller must be bonded',
  'unbond amount must be greater than 0',
  'amount is greater than bonded amount',
  'caller must be unbonded',
  'invalid unbonding lock ID',
  'withdraw round must be before or equal to the current round',
  'invalid recipient',
  'insufficient fees to withdraw',
  "can't update transcoder params, current round is locked",
  'invalid rewardCut percentage',
  'invalid feeShare percentage',
  'transcoder must be registered',
  "caller can't be active or must have already called reward for the current round",
  'caller must be a reward caller set by the transcoder',
  'transcoder must be active',
  'caller must be an active transcoder',
  'caller has already called reward for the current round',
  'new max size must be greater than old max size',
  '_cutRate is invalid precise percentage',
  'caller must be TicketBroker',
  'caller must be RoundsManager',
  'caller must be Verifier',
  'list is full',
  'node already in list',
  'node id is null',
  'key is zero',
  'node not in list',
] as const

/** Revert texts of polls, the governor and the treasury: contracts.md sections 10, 11, 15 and 16. */
export const knownGovernanceTexts = [
  // 10
  'PollCreator#createPoll: INSUFFICIENT_STAKE',
  'poll is over',
  'poll is active',
  // 11.1
  'Governor: proposer restricted',
  'Governor: proposer votes below proposal threshold',
  'Governor: invalid proposal length',
  'Governor: empty proposal',
  'Governor: proposal already exists',
  'Governor: unknown proposal id',
  // 11.2
  'Governor: vote not currently active',
  // 11.3
  'Governor: proposal not successful',
  'TimelockController: operation is not ready',
  'TimelockController: underlying transaction reverted',
  'Governor: only proposer can cancel',
  'Governor: too late to cancel',
  'Governor: onlyGovernance',
  'GovernorSettings: voting period too low',
  // 16
  'Initializable: contract is already initialized',
  'TimelockController: caller must be timelock',
] as const

/** Revert texts of payments, migration, the bridge and the owner contract: contracts.md sections 2.6, 8, 12 and 16. */
export const knownPaymentTexts = [
  'msg.value does not equal sum of deposit amount and reserve amount',
  'sender deposit and reserve are zero',
  'unlock already initiated',
  'no unlock request in progress',
  'account is locked',
  'ticket recipient is null address',
  'ticket sender is null address',
  'invalid length for ticket auxData: must be 64 bytes',
  'ticket creationRound does not have a block hash',
  'ticket creationRoundBlockHash invalid for creationRound',
  'ticket is expired',
  'recipientRand does not match recipientRandHash',
  'ticket is used',
  'INVALID_SIGNATURE_LENGTH',
  'invalid signature over ticket hash',
  'ECDSA: invalid signature',
  "ECDSA: invalid signature 's' value",
  "ECDSA: invalid signature 'v' value",
  'ticket did not win',
  'sender is unlocked',
  'ticketValidityPeriod must be greater than 0',
  'Pausable: paused',
  'FAIL_AUTH',
  'ECDSA: invalid signature length',
  'L2_ADDR_MISMATCH',
  'INVALID_L2_ADDR',
  'EMPTY_LOCK_IDS',
  'ZERO_LOCK_AMOUNT',
  'ONLY_COUNTERPART_GATEWAY',
  'DELEGATOR_ALREADY_MIGRATED',
  'SENDER_ALREADY_MIGRATED',
  'UNBONDING_LOCK_ALREADY_MIGRATED',
  'FINALIZE_DELEGATOR:FAIL_FEE',
  'CLAIM_STAKE_DISABLED',
  'CLAIM_STAKE:ALREADY_MIGRATED',
  'CLAIM_STAKE:INVALID_PROOF',
  'CLAIM_STAKE:FAIL_FEE',
  'POOL:NOT_MIGRATOR',
  'POOL:INVALID_CLAIM',
  'WRONG_ETH_VALUE',
  'NO_SUBMISSION_COST',
  'INVALID_ZERO_AMOUNT',
  'TOKEN_NOT_LPT',
  'CALL_HOOK_DATA_NOT_ALLOWED',
  'unauthorized: msg.sender not owner',
  'unauthorized: msg.sender not Governor',
  'update already staged',
  'update is not staged',
  'delay for update not expired',
] as const

/** LivepeerGovernor's custom errors, as below. */
export const knownGovernorErrors = [
  { name: 'Empty', selector: '0x3db2a12a', args: [] },
  { name: 'InvalidVoteType', selector: '0x2081b223', args: [3] },
  { name: 'VoteAlreadyCast', selector: '0xb3808bab', args: [] },
] as const

/** BondingVotes' custom errors with their selectors and arguments of the right types. */
export const knownErrors = [
  { name: 'DecreasingValues', selector: '0x28ffde61', args: [1n, 2n] },
  { name: 'FutureLastClaimRound', selector: '0x107098b2', args: [5n, 4n] },
  { name: 'FutureLookup', selector: '0x7f07449b', args: [7n, 6n] },
  {
    name: 'InvalidCaller',
    selector: '0x16cece48',
    args: ['0x00000000000000000000000000000000000000aa', '0x00000000000000000000000000000000000000bb'],
  },
  { name: 'InvalidStartRound', selector: '0xb986b599', args: [3n, 4n] },
  { name: 'InvalidTotalStakeCheckpointRound', selector: '0x29af3fdf', args: [3n, 4n] },
  {
    name: 'MissingEarningsPool',
    selector: '0x92ad5a72',
    args: ['0x00000000000000000000000000000000000000aa', 9n],
  },
  { name: 'MustCallBondingManager', selector: '0x866cb42d', args: ['bond'] },
] as const

/** Solidity's panics that these contracts can raise. */
export const knownPanics = [0x01n, 0x11n, 0x12n, 0x32n] as const
