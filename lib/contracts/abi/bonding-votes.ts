import { bondingVotesErrorsAbi } from '@/lib/contracts/abi/bonding-votes-errors'

/** BondingVotes: voting power by round, its events and custom errors (contracts.md section 7). */
export const bondingVotesAbi = [
  {
    type: 'function',
    name: 'clock',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint48' }],
  },
  {
    type: 'function',
    name: 'delegatedAt',
    stateMutability: 'view',
    inputs: [
      { name: 'account', type: 'address' },
      { name: 'round', type: 'uint256' },
    ],
    outputs: [{ name: '', type: 'address' }],
  },
  {
    type: 'function',
    name: 'delegates',
    stateMutability: 'view',
    inputs: [{ name: 'account', type: 'address' }],
    outputs: [{ name: '', type: 'address' }],
  },
  {
    type: 'function',
    name: 'getPastTotalSupply',
    stateMutability: 'view',
    inputs: [{ name: 'round', type: 'uint256' }],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'getPastVotes',
    stateMutability: 'view',
    inputs: [
      { name: 'account', type: 'address' },
      { name: 'round', type: 'uint256' },
    ],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'getTotalActiveStakeAt',
    stateMutability: 'view',
    inputs: [{ name: 'round', type: 'uint256' }],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'getVotes',
    stateMutability: 'view',
    inputs: [{ name: 'account', type: 'address' }],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'getVotesAndDelegateAtRoundStart',
    stateMutability: 'view',
    inputs: [
      { name: 'account', type: 'address' },
      { name: 'round', type: 'uint256' },
    ],
    outputs: [
      { name: 'votes', type: 'uint256' },
      { name: 'delegateAddress', type: 'address' },
    ],
  },
  {
    type: 'function',
    name: 'hasCheckpoint',
    stateMutability: 'view',
    inputs: [{ name: 'account', type: 'address' }],
    outputs: [{ name: '', type: 'bool' }],
  },
  {
    type: 'function',
    name: 'totalSupply',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'event',
    name: 'DelegateChanged',
    inputs: [
      { name: 'delegator', type: 'address', indexed: true },
      { name: 'fromDelegate', type: 'address', indexed: true },
      { name: 'toDelegate', type: 'address', indexed: true },
    ],
  },
  {
    type: 'event',
    name: 'DelegateVotesChanged',
    inputs: [
      { name: 'delegate', type: 'address', indexed: true },
      { name: 'previousBalance', type: 'uint256', indexed: false },
      { name: 'newBalance', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'DelegatorBondedAmountChanged',
    inputs: [
      { name: 'delegate', type: 'address', indexed: true },
      { name: 'previousBondedAmount', type: 'uint256', indexed: false },
      { name: 'previousLastClaimRound', type: 'uint256', indexed: false },
      { name: 'newBondedAmount', type: 'uint256', indexed: false },
      { name: 'newLastClaimRound', type: 'uint256', indexed: false },
    ],
  },
  ...bondingVotesErrorsAbi,
] as const
