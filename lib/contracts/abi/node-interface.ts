/** Arbitrum's NodeInterface at its fixed address: what nodes themselves answer, not a contract of the chain (contracts.md 4.1). */
export const nodeInterfaceAbi = [
  {
    type: 'function',
    name: 'l2BlockRangeForL1',
    stateMutability: 'view',
    inputs: [{ name: 'blockNum', type: 'uint64' }],
    outputs: [
      { name: 'firstBlock', type: 'uint64' },
      { name: 'lastBlock', type: 'uint64' },
    ],
  },
] as const
