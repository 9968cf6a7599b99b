import type { Address, Hex } from 'viem'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment } from '@/devnet/types'

/** Where Arbitrum answers for its NodeInterface (contracts.md 2.3). */
const NODE_INTERFACE: Address = '0x00000000000000000000000000000000000000c8'

/** No transaction: the real one is not deployed either. */
async function placeNodeInterface(chain: Chain): Promise<void> {
  // Running creation code without a transaction answers with the code it would deploy.
  const code = (await chain.request({
    method: 'eth_call',
    params: [{ data: loadArtifact('ArbNodeInterface').bytecode }, 'latest'],
  })) as Hex
  await chain.request({ method: 'hardhat_setCode', params: [NODE_INTERFACE, code] })
}

/** Puts the stand-in for Arbitrum's NodeInterface at its address and into a deployment, as there since a block. */
export async function withNodeInterface(
  chain: Chain,
  deployment: Deployment,
  block: number,
): Promise<Deployment> {
  await placeNodeInterface(chain)
  return {
    ...deployment,
    contracts: { ...deployment.contracts, ArbNodeInterface: NODE_INTERFACE },
    blocks: { ...deployment.blocks, ArbNodeInterface: block },
  }
}
