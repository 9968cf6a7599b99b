/** Minter: inflation and the amount mintable this round (contracts.md section 3.3). */
export const minterAbi = [
  {
    type: 'function',
    name: 'currentMintableTokens',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'currentMintedTokens',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'getGlobalTotalSupply',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'inflation',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'inflationChange',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'targetBondingRate',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  { type: 'event', name: 'ParameterUpdate', inputs: [{ name: 'param', type: 'string', indexed: false }] },
  {
    type: 'event',
    name: 'SetCurrentRewardTokens',
    inputs: [
      { name: 'currentMintableTokens', type: 'uint256', indexed: false },
      { name: 'currentInflation', type: 'uint256', indexed: false },
    ],
  },
] as const
