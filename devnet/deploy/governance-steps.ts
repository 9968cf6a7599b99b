import { keccak256, toHex } from 'viem'
import type { DeploymentScript } from '@/devnet/deploy/deployment-script'
import type { GovernanceParams } from '@/devnet/deploy/governance-params'

const PROPOSER_ROLE = keccak256(toHex('PROPOSER_ROLE'))
const CANCELLER_ROLE = keccak256(toHex('CANCELLER_ROLE'))
const EXECUTOR_ROLE = keccak256(toHex('EXECUTOR_ROLE'))
const TIMELOCK_ADMIN_ROLE = keccak256(toHex('TIMELOCK_ADMIN_ROLE'))
const DEFAULT_ADMIN_ROLE = `0x${'0'.repeat(64)}` as const

/** Payments: the TicketBroker under both of its ids (contracts.md section 16 steps 4, 5 and 8). Needs the Controller only. */
export function deployTicketBroker(script: DeploymentScript, params: GovernanceParams): void {
  const broker = script.deployProxied('TicketBroker')
  // Without this alias the Minter neither takes nor pays a gateway's ETH.
  script.register('JobsManager', broker)
  script.call('TicketBroker', 'TicketBroker', 'setUnlockPeriod', [params.unlockPeriodRounds])
  script.call('TicketBroker', 'TicketBroker', 'setTicketValidityPeriod', [params.ticketValidityPeriodRounds])
}

/** The Treasury and the governor that alone proposes to it (steps 7 and 9). Needs BondingVotes registered and a round length. */
export function deployTreasuryGovernance(script: DeploymentScript, params: GovernanceParams): void {
  script.register('Treasury', script.deploy('Treasury', 'Treasury', []))
  const governor = script.deployProxied('LivepeerGovernor')
  script.call('Treasury', 'Treasury', 'initialize', [params.treasuryMinDelaySeconds, [], [], script.deployer])
  script.call('LivepeerGovernor', 'LivepeerGovernor', 'initialize', [
    params.votingDelayRounds,
    params.votingPeriodRounds,
    params.proposalThresholdWei,
    params.quorumP6,
    params.quotaP6,
  ])
  for (const role of [PROPOSER_ROLE, CANCELLER_ROLE, EXECUTOR_ROLE]) {
    script.call('Treasury', 'Treasury', 'grantRole', [role, governor])
  }
  script.call('Treasury', 'Treasury', 'renounceRole', [TIMELOCK_ADMIN_ROLE, script.deployer])
}

/** Contracts that stand alone: polls and the registry of AI workers (step 7). Needs the BondingManager. */
export function deployStandAlone(script: DeploymentScript, params: GovernanceParams): void {
  script.deploy('PollCreator', 'PollCreator', [
    script.address('BondingManager'),
    params.pollQuorumP6,
    params.pollQuotaP6,
    params.pollPeriodBlocks,
    params.pollCreationStakeWei,
  ])
  script.deploy('AIServiceRegistry', 'AIServiceRegistry', [script.address('Controller')])
}

/** Claims of the former protocol's stake (step 12); who has one is set later, see claims.ts. Needs all contracts it caches. */
export function deployMigration(script: DeploymentScript, params: GovernanceParams): void {
  const controller = script.address('Controller')
  script.register('MerkleSnapshot', script.deploy('MerkleSnapshot', 'MerkleSnapshot', [controller]))
  const pool = script.deploy('DelegatorPool', 'DelegatorPool', [])
  script.deployProxied('L2Migrator')
  script.call('L2Migrator', 'L2Migrator', 'initialize', [params.l1Migrator, pool])
  script.call('L2Migrator', 'L2Migrator', 'syncControllerContracts')
  script.call('L2Migrator', 'L2Migrator', 'setClaimStakeEnabled', [true])
}

/** The owner contract; it owns the protocol when the parameters say so. Comes last: the deployer can set nothing afterwards. */
export function deployProtocolOwner(script: DeploymentScript, params: GovernanceParams): void {
  const owner = script.deploy('Governor', 'Governor', [])
  if (!params.protocolOwner) return
  script.call('LivepeerToken', 'LivepeerToken', 'grantRole', [DEFAULT_ADMIN_ROLE, owner])
  script.call('LivepeerToken', 'LivepeerToken', 'renounceRole', [DEFAULT_ADMIN_ROLE, script.deployer])
  script.call('Controller', 'Controller', 'transferOwnership', [owner])
}

/** All of it in the order of contracts.md section 16, for a protocol whose core contracts the script knows. */
export function deployGovernanceContracts(script: DeploymentScript, params: GovernanceParams): void {
  deployTicketBroker(script, params)
  deployTreasuryGovernance(script, params)
  deployStandAlone(script, params)
  deployMigration(script, params)
  deployProtocolOwner(script, params)
}
