const proposalInputs = [
  { name: 'targets', type: 'address[]' },
  { name: 'values', type: 'uint256[]' },
  { name: 'calldatas', type: 'bytes[]' },
  { name: 'descriptionHash', type: 'bytes32' },
] as const
const proposalId = [{ name: 'proposalId', type: 'uint256', indexed: false }] as const
const answer = [{ name: '', type: 'uint256' }] as const

/** What follows a vote: the calls of LivepeerGovernor, all with the same arguments, and its events (contracts.md 11.3). */
export const governorLifeAbi = [
  { type: 'function', name: 'queue', stateMutability: 'nonpayable', inputs: proposalInputs, outputs: answer },
  { type: 'function', name: 'execute', stateMutability: 'payable', inputs: proposalInputs, outputs: answer },
  {
    type: 'function',
    name: 'cancel',
    stateMutability: 'nonpayable',
    inputs: proposalInputs,
    outputs: answer,
  },
  {
    type: 'event',
    name: 'ProposalCreated',
    inputs: [
      ...proposalId,
      { name: 'proposer', type: 'address', indexed: false },
      { name: 'targets', type: 'address[]', indexed: false },
      { name: 'values', type: 'uint256[]', indexed: false },
      { name: 'signatures', type: 'string[]', indexed: false },
      { name: 'calldatas', type: 'bytes[]', indexed: false },
      { name: 'voteStart', type: 'uint256', indexed: false },
      { name: 'voteEnd', type: 'uint256', indexed: false },
      { name: 'description', type: 'string', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'ProposalQueued',
    inputs: [...proposalId, { name: 'eta', type: 'uint256', indexed: false }],
  },
  { type: 'event', name: 'ProposalExecuted', inputs: proposalId },
  { type: 'event', name: 'ProposalCanceled', inputs: proposalId },
] as const
