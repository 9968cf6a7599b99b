import { type Hex, hexToNumber } from 'viem'
import { mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { DeploymentScript } from '@/devnet/deploy/deployment-script'
import type { Chain, DeployedAccount, Deployment } from '@/devnet/types'

const BLOCK_SECONDS = 12

/**
 * Writes a script as the deployer and mines it in one block, 12 s after the newest. Throws with the label and reason of
 * the step that reverted.
 */
export async function runScript(
  chain: Chain,
  accounts: DeployedAccount[],
  write: (script: DeploymentScript) => void,
): Promise<Deployment> {
  const deployer = accountOf(accounts, 'deployer')
  const nonce = (await chain.request({
    method: 'eth_getTransactionCount',
    params: [deployer, 'latest'],
  })) as Hex
  const script = new DeploymentScript(deployer, hexToNumber(nonce))
  write(script)
  const head = await readHead(chain.request)
  const block = await withoutAutomine(chain, () =>
    mineBatch(chain, script.calls, head.timestamp + BLOCK_SECONDS),
  )
  return {
    chainId: chain.chainId,
    rpc: 'http://127.0.0.1:8545',
    contracts: script.contracts,
    blocks: Object.fromEntries(Object.keys(script.contracts).map((name) => [name, block])),
    accounts,
  }
}
