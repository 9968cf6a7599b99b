/** BondingVotes' custom errors (contracts.md section 15): all that explaining a revert needs of it. */
export const bondingVotesErrorsAbi = [
  {
    type: 'error',
    name: 'DecreasingValues',
    inputs: [
      { name: 'newValue', type: 'uint256' },
      { name: 'lastValue', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'FutureLastClaimRound',
    inputs: [
      { name: 'lastClaimRound', type: 'uint256' },
      { name: 'maxAllowed', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'FutureLookup',
    inputs: [
      { name: 'queryRound', type: 'uint256' },
      { name: 'maxAllowed', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'InvalidCaller',
    inputs: [
      { name: 'caller', type: 'address' },
      { name: 'required', type: 'address' },
    ],
  },
  {
    type: 'error',
    name: 'InvalidStartRound',
    inputs: [
      { name: 'checkpointRound', type: 'uint256' },
      { name: 'requiredRound', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'InvalidTotalStakeCheckpointRound',
    inputs: [
      { name: 'checkpointRound', type: 'uint256' },
      { name: 'requiredRound', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'MissingEarningsPool',
    inputs: [
      { name: 'transcoder', type: 'address' },
      { name: 'round', type: 'uint256' },
    ],
  },
  {
    type: 'error',
    name: 'MustCallBondingManager',
    inputs: [{ name: 'bondingManagerFunction', type: 'string' }],
  },
] as const
