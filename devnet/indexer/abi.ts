import { parseAbi } from 'viem'

/** Events the index follows, per contract (subgraph.md section 3, signatures of contracts.md section 14). */
export const events = {
  BondingManager: parseAbi([
    'event TranscoderUpdate(address indexed transcoder, uint256 rewardCut, uint256 feeShare)',
    'event TranscoderActivated(address indexed transcoder, uint256 activationRound)',
    'event TranscoderDeactivated(address indexed transcoder, uint256 deactivationRound)',
    'event EarningsClaimed(address indexed delegate, address indexed delegator, uint256 rewards, uint256 fees, uint256 startRound, uint256 endRound)',
    'event Bond(address indexed newDelegate, address indexed oldDelegate, address indexed delegator, uint256 additionalAmount, uint256 bondedAmount)',
    'event Unbond(address indexed delegate, address indexed delegator, uint256 unbondingLockId, uint256 amount, uint256 withdrawRound)',
    'event Rebond(address indexed delegate, address indexed delegator, uint256 unbondingLockId, uint256 amount)',
    'event TransferBond(address indexed oldDelegator, address indexed newDelegator, uint256 oldUnbondingLockId, uint256 newUnbondingLockId, uint256 amount)',
    'event WithdrawStake(address indexed delegator, uint256 unbondingLockId, uint256 amount, uint256 withdrawRound)',
    'event WithdrawFees(address indexed delegator, address recipient, uint256 amount)',
    'event Reward(address indexed transcoder, uint256 amount)',
    'event RewardCallerSet(address indexed transcoder, address indexed rewardCaller)',
    'event ParameterUpdate(string param)',
  ]),
  RoundsManager: parseAbi([
    'event NewRound(uint256 indexed round, bytes32 blockHash)',
    'event ParameterUpdate(string param)',
  ]),
  Minter: parseAbi([
    'event SetCurrentRewardTokens(uint256 currentMintableTokens, uint256 currentInflation)',
    'event ParameterUpdate(string param)',
  ]),
  LivepeerToken: parseAbi([
    'event Mint(address indexed to, uint256 amount)',
    'event Burn(address indexed burner, uint256 value)',
  ]),
  Controller: parseAbi(['event Pause()', 'event Unpause()']),
  ServiceRegistry: parseAbi(['event ServiceURIUpdate(address indexed addr, string serviceURI)']),
  TicketBroker: parseAbi([
    'event WinningTicketRedeemed(address indexed sender, address indexed recipient, uint256 faceValue, uint256 winProb, uint256 senderNonce, uint256 recipientRand, bytes auxData)',
    'event DepositFunded(address indexed sender, uint256 amount)',
    'event ReserveFunded(address indexed reserveHolder, uint256 amount)',
    'event ReserveClaimed(address indexed reserveHolder, address claimant, uint256 amount)',
    'event Withdrawal(address indexed sender, uint256 deposit, uint256 reserve)',
  ]),
  PollCreator: parseAbi([
    'event PollCreated(address indexed poll, bytes proposal, uint256 endBlock, uint256 quorum, uint256 quota)',
  ]),
  LivepeerGovernor: parseAbi([
    'event ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 voteStart, uint256 voteEnd, string description)',
    'event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)',
    'event VoteCastWithParams(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason, bytes params)',
  ]),
  L2Migrator: parseAbi([
    'struct MigrateDelegatorParams { address l1Addr; address l2Addr; uint256 stake; uint256 delegatedStake; uint256 fees; address delegate; }',
    'event MigrateDelegatorFinalized(MigrateDelegatorParams params)',
    'event StakeClaimed(address indexed delegator, address delegate, uint256 stake, uint256 fees)',
  ]),
} as const

/** Event of every poll contract; their addresses come from PollCreated. */
export const pollEvents = parseAbi(['event Vote(address indexed voter, uint256 choiceID)'])

/** Contract views the handlers read, as of the event's block. */
export const views = {
  BondingManager: parseAbi([
    'function getDelegator(address) view returns (uint256 bondedAmount, uint256 fees, address delegateAddress, uint256 delegatedAmount, uint256 startRound, uint256 lastClaimRound, uint256 nextUnbondingLockId)',
    'function getTotalBonded() view returns (uint256)',
    'function getTranscoderPoolMaxSize() view returns (uint256)',
    'function getFirstTranscoderInPool() view returns (address)',
    'function getNextTranscoderInPool(address) view returns (address)',
    'function unbondingPeriod() view returns (uint64)',
    'function pendingStake(address, uint256) view returns (uint256)',
  ]),
  RoundsManager: parseAbi([
    'function blockNum() view returns (uint256)',
    'function currentRound() view returns (uint256)',
    'function roundLength() view returns (uint256)',
    'function roundLockAmount() view returns (uint256)',
    'function lastRoundLengthUpdateRound() view returns (uint256)',
    'function lastRoundLengthUpdateStartBlock() view returns (uint256)',
  ]),
  Minter: parseAbi([
    'function inflation() view returns (uint256)',
    'function inflationChange() view returns (uint256)',
    'function targetBondingRate() view returns (uint256)',
    'function getGlobalTotalSupply() view returns (uint256)',
  ]),
  LivepeerGovernor: parseAbi([
    'function proposalVotes(uint256) view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes)',
  ]),
} as const

/** Reads many views in one call; the same contract at the same interface on every network. */
export const multicallAbi = parseAbi([
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3(Call3[] calls) payable returns (Result[] returnData)',
])
