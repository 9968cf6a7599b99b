import { type Address, type Hex, hexToNumber } from 'viem'
import { mineBatch, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { DeploymentScript } from '@/devnet/deploy/deployment-script'
import type { Chain, DeployedAccount, Deployment } from '@/devnet/types'

const BLOCK_SECONDS = 12

/** Contracts that tell others the block's number. Polls and the owner contract read it in transactions only. */
const NUMBER_READERS = ['RoundsManager', 'RoundsManagerTarget', 'Multicall3']

/**
 * Writes a script as the deployer and mines it in one block, 12 s after the newest. The script knows the contracts of an earlier
 * deployment, if one is given; the answer then holds both, with the block of each. Throws with the label and reason of the step
 * that reverted.
 */
export async function runScript(
  chain: Chain,
  accounts: DeployedAccount[],
  write: (script: DeploymentScript) => void,
  known: Pick<Deployment, 'contracts' | 'blocks'> = { contracts: {}, blocks: {} },
): Promise<Deployment> {
  const deployer = accountOf(accounts, 'deployer')
  const nonce = (await chain.request({
    method: 'eth_getTransactionCount',
    params: [deployer, 'latest'],
  })) as Hex
  const script = new DeploymentScript(deployer, hexToNumber(nonce), known.contracts)
  write(script)
  const head = await readHead(chain.request)
  const block = await withoutAutomine(chain, () =>
    mineBatch(chain, script.calls, head.timestamp + BLOCK_SECONDS),
  )
  chain.readsBlockNumber(
    NUMBER_READERS.flatMap((name) => (script.contracts[name]?.toLowerCase() as Address | undefined) ?? []),
  )
  return {
    chainId: chain.chainId,
    rpc: 'http://127.0.0.1:8545',
    contracts: script.contracts,
    blocks: {
      ...known.blocks,
      ...Object.fromEntries(
        Object.entries(script.contracts)
          .filter(([name, address]) => known.contracts[name] !== address)
          .map(([name]) => [name, block]),
      ),
    },
    accounts,
  }
}
