import { DEFAULT_GOVERNANCE_PARAMS, type GovernanceParams } from '@/devnet/deploy/governance-params'
import { deployGovernanceContracts } from '@/devnet/deploy/governance-steps'
import { withNodeInterface } from '@/devnet/deploy/node-interface'
import { runScript } from '@/devnet/deploy/run-script'
import type { Chain, Deployment } from '@/devnet/types'

/**
 * Adds payments, governance and migration to a deployed protocol in one block: TicketBroker, Treasury, LivepeerGovernor,
 * PollCreator, AIServiceRegistry, MerkleSnapshot, L2Migrator with its pool code, the protocol owner contract and the stand-in
 * for Arbitrum's NodeInterface. Accounts registered as TicketBroker, JobsManager and Treasury lose that role. Returns the
 * deployment with the new contracts. Throws with the step that reverted; the deployer must still own the Controller.
 */
export async function deployGovernance(
  chain: Chain,
  deployment: Deployment,
  overrides: Partial<GovernanceParams> = {},
): Promise<Deployment> {
  const params = { ...DEFAULT_GOVERNANCE_PARAMS, ...overrides }
  const added = await runScript(
    chain,
    deployment.accounts,
    (script) => deployGovernanceContracts(script, params),
    deployment,
  )
  return withNodeInterface(chain, { ...added, rpc: deployment.rpc }, added.blocks['Treasury'] ?? 0)
}
