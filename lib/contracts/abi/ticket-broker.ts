/** Views of TicketBroker about a gateway's funds (contracts.md section 9). */
export const ticketBrokerAbi = [
  {
    type: 'function',
    name: 'getSenderInfo',
    stateMutability: 'view',
    inputs: [{ name: 'sender', type: 'address' }],
    outputs: [
      {
        name: 'sender',
        type: 'tuple',
        components: [
          { name: 'deposit', type: 'uint256' },
          { name: 'withdrawRound', type: 'uint256' },
        ],
      },
      {
        name: 'reserve',
        type: 'tuple',
        components: [
          { name: 'fundsRemaining', type: 'uint256' },
          { name: 'claimedInCurrentRound', type: 'uint256' },
        ],
      },
    ],
  },
  {
    type: 'function',
    name: 'unlockPeriod',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ name: '', type: 'uint256' }],
  },
] as const
