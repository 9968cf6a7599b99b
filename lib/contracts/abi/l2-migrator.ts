/** L2Migrator as delegators use it, with the pool it may have made and the snapshot it checks (contracts.md 12.2 to 12.4). */
export const l2MigratorAbi = [
  {
    type: 'function',
    name: 'claimStake',
    stateMutability: 'nonpayable',
    inputs: [
      { name: 'delegate', type: 'address' },
      { name: 'stake', type: 'uint256' },
      { name: 'fees', type: 'uint256' },
      { name: 'proof', type: 'bytes32[]' },
      { name: 'newDelegate', type: 'address' },
    ],
    outputs: [],
  },
  {
    type: 'function',
    name: 'claimStakeEnabled',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'bool' }],
  },
  {
    type: 'function',
    name: 'migratedDelegators',
    stateMutability: 'view',
    inputs: [{ name: '', type: 'address' }],
    outputs: [{ name: '', type: 'bool' }],
  },
  {
    type: 'function',
    name: 'delegatorPools',
    stateMutability: 'view',
    inputs: [{ name: '', type: 'address' }],
    outputs: [{ name: '', type: 'address' }],
  },
  {
    type: 'event',
    name: 'StakeClaimed',
    inputs: [
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'delegate', type: 'address', indexed: false },
      { name: 'stake', type: 'uint256', indexed: false },
      { name: 'fees', type: 'uint256', indexed: false },
    ],
  },
] as const

/** Stake of an orchestrator's delegators that waits for them (contracts.md 12.3). */
export const delegatorPoolAbi = [
  {
    type: 'function',
    name: 'initialStake',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'claimedInitialStake',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
] as const

/** Roots of published lists by id (contracts.md 12.4). */
export const merkleSnapshotAbi = [
  {
    type: 'function',
    name: 'snapshot',
    stateMutability: 'view',
    inputs: [{ name: 'id', type: 'bytes32' }],
    outputs: [{ name: '', type: 'bytes32' }],
  },
] as const
