/** LivepeerGovernor's custom errors (contracts.md section 15). */
export const livepeerGovernorErrorsAbi = [
  { type: 'error', name: 'Empty', inputs: [] },
  { type: 'error', name: 'InvalidVoteType', inputs: [{ name: 'voteType', type: 'uint8' }] },
  { type: 'error', name: 'VoteAlreadyCast', inputs: [] },
] as const
