/** Controller: registry of contract addresses and the pause switch (contracts.md section 2.1). */
export const controllerAbi = [
  {
    type: 'function',
    name: 'getContract',
    stateMutability: 'view',
    inputs: [{ name: 'id', type: 'bytes32' }],
    outputs: [{ name: '', type: 'address' }],
  },
  {
    type: 'function',
    name: 'getContractInfo',
    stateMutability: 'view',
    inputs: [{ name: 'id', type: 'bytes32' }],
    outputs: [
      { name: '', type: 'address' },
      { name: '', type: 'bytes20' },
    ],
  },
  {
    type: 'function',
    name: 'owner',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'address' }],
  },
  {
    type: 'function',
    name: 'paused',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'bool' }],
  },
  { type: 'event', name: 'Pause', inputs: [] },
  {
    type: 'event',
    name: 'SetContractInfo',
    inputs: [
      { name: 'id', type: 'bytes32', indexed: false },
      { name: 'contractAddress', type: 'address', indexed: false },
      { name: 'gitCommitHash', type: 'bytes20', indexed: false },
    ],
  },
  { type: 'event', name: 'Unpause', inputs: [] },
] as const
