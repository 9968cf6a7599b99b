const sender = { name: 'sender', type: 'address', indexed: true } as const

/** TicketBroker, what gateways call about their funds, and its events (contracts.md section 8). */
export const ticketBrokerWritesAbi = [
  { type: 'function', name: 'fundDeposit', stateMutability: 'payable', inputs: [], outputs: [] },
  { type: 'function', name: 'fundReserve', stateMutability: 'payable', inputs: [], outputs: [] },
  {
    type: 'function',
    name: 'fundDepositAndReserve',
    stateMutability: 'payable',
    inputs: [
      { name: 'depositAmount', type: 'uint256' },
      { name: 'reserveAmount', type: 'uint256' },
    ],
    outputs: [],
  },
  { type: 'function', name: 'unlock', stateMutability: 'nonpayable', inputs: [], outputs: [] },
  { type: 'function', name: 'cancelUnlock', stateMutability: 'nonpayable', inputs: [], outputs: [] },
  { type: 'function', name: 'withdraw', stateMutability: 'nonpayable', inputs: [], outputs: [] },
  {
    type: 'event',
    name: 'DepositFunded',
    inputs: [sender, { name: 'amount', type: 'uint256', indexed: false }],
  },
  {
    type: 'event',
    name: 'ReserveFunded',
    inputs: [
      { name: 'reserveHolder', type: 'address', indexed: true },
      { name: 'amount', type: 'uint256', indexed: false },
    ],
  },
  {
    type: 'event',
    name: 'Unlock',
    inputs: [
      sender,
      { name: 'startRound', type: 'uint256', indexed: false },
      { name: 'endRound', type: 'uint256', indexed: false },
    ],
  },
  { type: 'event', name: 'UnlockCancelled', inputs: [sender] },
  {
    type: 'event',
    name: 'Withdrawal',
    inputs: [
      sender,
      { name: 'deposit', type: 'uint256', indexed: false },
      { name: 'reserve', type: 'uint256', indexed: false },
    ],
  },
] as const
