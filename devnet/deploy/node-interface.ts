import type { Address, Hex } from 'viem'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain } from '@/devnet/types'

/** Where Arbitrum answers for its NodeInterface (contracts.md 2.3). */
export const NODE_INTERFACE: Address = '0x00000000000000000000000000000000000000c8'

/** Puts the stand-in for Arbitrum's NodeInterface at its address. No transaction: the real one is not deployed either. */
export async function placeNodeInterface(chain: Chain): Promise<void> {
  // Running creation code without a transaction answers with the code it would deploy.
  const code = (await chain.request({
    method: 'eth_call',
    params: [{ data: loadArtifact('ArbNodeInterface').bytecode }, 'latest'],
  })) as Hex
  await chain.request({ method: 'hardhat_setCode', params: [NODE_INTERFACE, code] })
}
