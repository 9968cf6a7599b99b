import { wellKnownAccounts } from '@/devnet/deploy/accounts'
import { deployCoreContracts, mintInitialSupply, setCoreParams } from '@/devnet/deploy/core-steps'
import { DEFAULT_GOVERNANCE_PARAMS, type GovernanceParams } from '@/devnet/deploy/governance-params'
import { deployGovernanceContracts } from '@/devnet/deploy/governance-steps'
import { withNodeInterface } from '@/devnet/deploy/node-interface'
import { DEFAULT_PARAMS } from '@/devnet/deploy/params'
import { runScript } from '@/devnet/deploy/run-script'
import type { Chain, Deployment, ProtocolParams } from '@/devnet/types'

/**
 * Deploys the whole protocol at the chain's present height in one block, 12 s after the newest, with the first well-known
 * account as owner (contracts.md section 16). Addresses depend only on that account's nonce. The system ends unpaused and
 * no round is initialized: round 0 never can be. Throws with the step that reverted.
 */
export async function deployProtocol(
  chain: Chain,
  overrides: Partial<ProtocolParams> = {},
  governanceOverrides: Partial<GovernanceParams> = {},
): Promise<Deployment> {
  const params = { ...DEFAULT_PARAMS, ...overrides }
  const deployment = await runScript(chain, await wellKnownAccounts(chain), (script) => {
    deployCoreContracts(script, params)
    setCoreParams(script, params)
    mintInitialSupply(script, params)
    script.call('Controller', 'Controller', 'unpause')
    // Last, because it may hand the protocol to its owner contract.
    deployGovernanceContracts(script, { ...DEFAULT_GOVERNANCE_PARAMS, ...governanceOverrides })
  })
  return withNodeInterface(chain, deployment, deployment.blocks['Controller'] ?? 0)
}
