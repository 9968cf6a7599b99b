import type { Address, Hex } from 'viem'

/**
 * Contracts the site talks to that the Controller knows by name, with their id (keccak256 of the name,
 * contracts.md section 2.2).
 */
export const contractIds = {
  LivepeerToken: '0x3443e257065fe41dd0e4d1f5a1b73a22a62e300962b57f30cddf41d0f8273ba7',
  Minter: '0x6e58ad548d72b425ea94c15f453bf26caddb061d82b2551db7fdd3cefe0e9940',
  BondingManager: '0x2517d59a36a86548e38734e8ab416f42afff4bca78706a66ad65750dae7f9e37',
  BondingVotes: '0x2a1b465fbcae519904f0fb11f93e73dfbeb47ec54530ec444279610af8cf06b2',
  RoundsManager: '0xe8438ea868df48e3fc21f2f087b993c9b1837dc0f6135064161ce7d7a1701fe8',
  ServiceRegistry: '0x79c5d2a4a07754f4bacb0ffba18ac516030ee589ebc89db8627680c4d4cdb230',
  Treasury: '0x6efca2866b731ee4984990bacad4cde10f1ef764fb54a5206bdfd291695b1a9b',
  LivepeerGovernor: '0xaea11c65571dd8b6188d3a5cf5e5d3d4695845e6f217cad0b453b4e276c6cdcd',
  TicketBroker: '0xbd1aa3e8d2464256d7fd3dcf645c16418d5d8c51d971f1ad7d57e7b1b5eee239',
  L2Migrator: '0x74b6d21e0d4650f622c903126d418c1a52bcc99ea7acb0db0809fc0eeae6c7c3',
  MerkleSnapshot: '0xb6138afe6f306a47bdf645c5aebcb9781efe787d221a1880e62d1f76dae58b84',
} as const satisfies Record<string, Hex>

/** A contract whose address the Controller can confirm. */
export type RegisteredContract = keyof typeof contractIds

/**
 * Every contract the site names. Those written out here are in no registry; polls are many, so that a poll's address comes with
 * the call.
 */
export type ContractName =
  | RegisteredContract
  | 'Controller'
  | 'Multicall3'
  | 'PollCreator'
  | 'Poll'
  | 'AIServiceRegistry'

/** Contracts that a network may lack: pages and verbs that need one then say so. The faucet exists for tests only. */
type OptionalContract =
  | 'LivepeerGovernor'
  | 'PollCreator'
  | 'LivepeerTokenFaucet'
  | 'TicketBroker'
  | 'AIServiceRegistry'
  | 'L2Migrator'
  | 'MerkleSnapshot'

/** Contracts without which nothing works. */
type CoreContract = Exclude<ContractName, OptionalContract | 'Poll'>

/** One network's addresses: everything staking needs, and governance where there is some. */
export type ContractAddresses = Readonly<Record<CoreContract, Address>> &
  Readonly<Partial<Record<OptionalContract, Address>>>

/**
 * Arbitrum One, pinned (contracts.md section 2.3; Multicall3 is at the same address on every chain that
 * has it). Checked against the Controller before use: `verifyAddresses` in `controller.ts`.
 */
export const arbitrumOneAddresses: ContractAddresses = {
  Controller: '0xD8E8328501E9645d16Cf49539efC04f734606ee4',
  LivepeerToken: '0x289ba1701C2F088cf0faf8B3705246331cB8A839',
  Minter: '0xc20DE37170B45774e6CD3d2304017fc962f27252',
  BondingManager: '0x35Bcf3c30594191d53231E4FF333E8A770453e40',
  BondingVotes: '0x0B9C254837E72Ebe9Fe04960C43B69782E68169A',
  RoundsManager: '0xdd6f56DcC28D3F5f27084381fE8Df634985cc39f',
  ServiceRegistry: '0xC92d3A360b8f9e083bA64DE15d95Cf8180897431',
  Treasury: '0xf82C1FF415F1fCf582554fDba790E27019c8E8C4',
  LivepeerGovernor: '0xcFE4E2879B786C3aa075813F0E364bb5acCb6aa0',
  PollCreator: '0x8bb50806D60c492c0004DAD5D9627DAA2d9732E6',
  TicketBroker: '0xa8bB618B1520E284046F3dFc448851A1Ff26e41B',
  AIServiceRegistry: '0x04C0b249740175999E5BF5c9ac1dA92431EF34C5',
  L2Migrator: '0x148D5b6B4df9530c7C76A810bd1Cdf69EC4c2085',
  MerkleSnapshot: '0x10736ffaCe687658F88a46D042631d182C7757f7',
  Multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
}

const optionalNames: readonly OptionalContract[] = [
  'LivepeerGovernor',
  'PollCreator',
  'LivepeerTokenFaucet',
  'TicketBroker',
  'AIServiceRegistry',
  'L2Migrator',
  'MerkleSnapshot',
]

function isCore(name: RegisteredContract): name is RegisteredContract & CoreContract {
  return !optionalNames.some((optional) => optional === name)
}

const coreNames: readonly CoreContract[] = [
  ...(Object.keys(contractIds) as RegisteredContract[]).filter(isCore),
  'Controller',
  'Multicall3',
]

/**
 * Addresses of a local deployment from its `contracts` table (`GET /deployment.json`).
 *
 * @returns the table with everything staking needs and what there is of the rest, or the names that are missing.
 */
export function addressesFromDeployment(
  contracts: Readonly<Record<string, Address>>,
):
  | { state: 'complete'; addresses: ContractAddresses }
  | { state: 'incomplete'; missing: readonly ContractName[] } {
  const missing = coreNames.filter((name) => !contracts[name])
  if (missing.length > 0) return { state: 'incomplete', missing }
  const found = [...coreNames, ...optionalNames].filter((name) => contracts[name])
  const table = Object.fromEntries(found.map((name) => [name, contracts[name]]))
  return { state: 'complete', addresses: table as ContractAddresses }
}
