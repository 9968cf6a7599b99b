/** BondingManager, every event it emits (contracts.md section 5.4). */
export const bondingManagerEventsAbi = [
  {
    type: 'event',
    name: 'Bond',
    inputs: [
      { name: 'newDelegate', type: 'address', indexed: true },
      { name: 'oldDelegate', type: 'address', indexed: true },
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'additionalAmount', type: 'uint256', indexed: false },
      { name: 'bondedAmount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'EarningsClaimed',
    inputs: [
      { name: 'delegate', type: 'address', indexed: true },
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'rewards', type: 'uint256', indexed: false },
      { name: 'fees', type: 'uint256', indexed: false },
      { name: 'startRound', type: 'uint256', indexed: false },
      { name: 'endRound', type: 'uint256', indexed: false },
    ],
  },
  { type: 'event', name: 'ParameterUpdate', inputs: [{ name: 'param', type: 'string', indexed: false }] },
  {
    type: 'event',
    name: 'Rebond',
    inputs: [
      { name: 'delegate', type: 'address', indexed: true },
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'unbondingLockId', type: 'uint256', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'Reward',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'RewardCallerSet',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'rewardCaller', type: 'address', indexed: true },
    ],
  },
  { type: 'event', name: 'SetController', inputs: [{ name: 'controller', type: 'address', indexed: false }] },
  {
    type: 'event',
    name: 'TranscoderActivated',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'activationRound', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'TranscoderDeactivated',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'deactivationRound', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'TranscoderSlashed',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'finder', type: 'address', indexed: false },
      { name: 'penalty', type: 'uint256', indexed: false },
      { name: 'finderReward', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'TranscoderUpdate',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'rewardCut', type: 'uint256', indexed: false },
      { name: 'feeShare', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'TransferBond',
    inputs: [
      { name: 'oldDelegator', type: 'address', indexed: true },
      { name: 'newDelegator', type: 'address', indexed: true },
      { name: 'oldUnbondingLockId', type: 'uint256', indexed: false },
      { name: 'newUnbondingLockId', type: 'uint256', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'TreasuryReward',
    inputs: [
      { name: 'transcoder', type: 'address', indexed: true },
      { name: 'treasury', type: 'address', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'Unbond',
    inputs: [
      { name: 'delegate', type: 'address', indexed: true },
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'unbondingLockId', type: 'uint256', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
      { name: 'withdrawRound', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'WithdrawFees',
    inputs: [
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'recipient', type: 'address', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'WithdrawStake',
    inputs: [
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'unbondingLockId', type: 'uint256', indexed: false },
      { name: 'amount', type: 'uint256', indexed: false },
      { name: 'withdrawRound', type: 'uint256', indexed: false },
    ],
  },
] as const
