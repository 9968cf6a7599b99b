/** One LIP poll (contracts.md section 10). Blocks are L1 blocks. */
export const pollAbi = [
  {
    type: 'function',
    name: 'endBlock',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'vote',
    stateMutability: 'nonpayable',
    inputs: [{ name: 'choiceID', type: 'uint256' }],
    outputs: [],
  },
  {
    type: 'event',
    name: 'Vote',
    inputs: [
      { name: 'voter', type: 'address', indexed: true },
      { name: 'choiceID', type: 'uint256', indexed: false },
    ],
  },
] as const
