/** PollCreator (contracts.md section 10). */
export const pollCreatorAbi = [
  {
    type: 'function',
    name: 'POLL_CREATION_COST',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'POLL_PERIOD',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'createPoll',
    stateMutability: 'nonpayable',
    inputs: [{ name: 'proposal', type: 'bytes' }],
    outputs: [],
  },
  {
    type: 'event',
    name: 'PollCreated',
    inputs: [
      { name: 'poll', type: 'address', indexed: true },
      { name: 'proposal', type: 'bytes', indexed: false },
      { name: 'endBlock', type: 'uint256', indexed: false },
      { name: 'quorum', type: 'uint256', indexed: false },
      { name: 'quota', type: 'uint256', indexed: false },
    ],
  },
] as const
