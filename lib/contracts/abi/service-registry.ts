/** ServiceRegistry and AIServiceRegistry: where an orchestrator is reached (contracts.md section 9). */
export const serviceRegistryAbi = [
  {
    type: 'function',
    name: 'getServiceURI',
    stateMutability: 'view',
    inputs: [{ name: 'addr', type: 'address' }],
    outputs: [{ name: '', type: 'string' }],
  },
  {
    type: 'function',
    name: 'setServiceURI',
    stateMutability: 'nonpayable',
    inputs: [{ name: 'serviceURI', type: 'string' }],
    outputs: [],
  },
  {
    type: 'event',
    name: 'ServiceURIUpdate',
    inputs: [
      { name: 'addr', type: 'address', indexed: true },
      { name: 'serviceURI', type: 'string', indexed: false },
    ],
  },
] as const
