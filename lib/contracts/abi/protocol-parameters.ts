const numberOf = <const name extends string>(name: name) =>
  ({
    type: 'function',
    name,
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  }) as const

/** Parameters of TicketBroker, LivepeerGovernor, Treasury and PollCreator, each a number without arguments (contracts.md 8, 10, 11). */
export const protocolParametersAbi = [
  numberOf('unlockPeriod'),
  numberOf('ticketValidityPeriod'),
  numberOf('votingDelay'),
  numberOf('votingPeriod'),
  numberOf('proposalThreshold'),
  numberOf('quorumNumerator'),
  numberOf('quota'),
  numberOf('getMinDelay'),
  numberOf('QUORUM'),
  numberOf('QUOTA'),
  numberOf('POLL_PERIOD'),
  numberOf('POLL_CREATION_COST'),
] as const
