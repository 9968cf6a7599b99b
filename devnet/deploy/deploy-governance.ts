import { type Hex, hexToNumber } from 'viem'
import { mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { DeploymentScript } from '@/devnet/deploy/deployment-script'
import { DEFAULT_GOVERNANCE_PARAMS, type GovernanceParams } from '@/devnet/deploy/governance-params'
import { deployGovernanceContracts } from '@/devnet/deploy/governance-steps'
import { NODE_INTERFACE, placeNodeInterface } from '@/devnet/deploy/node-interface'
import type { Chain, Deployment } from '@/devnet/types'

const BLOCK_SECONDS = 12

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
  const deployer = accountOf(deployment.accounts, 'deployer')
  const nonce = (await chain.request({
    method: 'eth_getTransactionCount',
    params: [deployer, 'latest'],
  })) as Hex
  const script = new DeploymentScript(deployer, hexToNumber(nonce), deployment.contracts)
  deployGovernanceContracts(script, params)
  const head = await readHead(chain.request)
  const block = await withoutAutomine(chain, () =>
    mineBatch(chain, script.calls, head.timestamp + BLOCK_SECONDS),
  )
  await placeNodeInterface(chain)
  const contracts = { ...script.contracts, ArbNodeInterface: NODE_INTERFACE }
  const changed = Object.entries(contracts).filter(
    ([name, address]) => deployment.contracts[name] !== address,
  )
  return {
    ...deployment,
    contracts,
    blocks: { ...deployment.blocks, ...Object.fromEntries(changed.map(([name]) => [name, block])) },
  }
}
