import type { Address, PrivateKeyAccount } from 'viem'
import { createChain } from '@/devnet/chain/provider'
import { createGovernedHarness, type GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { LPT } from '@/devnet/contracts-test/harness'

/** Two active orchestrators, one outside their pool of two, and a gateway without funds, in an initialized round. */
export interface GatewayWorld {
  h: GovernedHarness
  A: Address
  B: Address
  /** Registered, not in the pool. */
  C: Address
  gateway: PrivateKeyAccount
  from: Address
  round: bigint
}

export async function createGatewayWorld(): Promise<GatewayWorld> {
  const h = await createGovernedHarness(await createChain(), { numActiveTranscoders: 2n })
  const [A, B, C] = [
    await h.account('A', 10_000n * LPT),
    await h.account('B', 10_000n * LPT),
    await h.account('C', 10_000n * LPT),
  ]
  const gateway = await h.signer('gateway')
  await h.nextRound()
  await h.bm(A, 'bond', 1000n * LPT, A)
  await h.bm(A, 'transcoder', 100_000n, 400_000n)
  await h.bm(B, 'bond', 900n * LPT, B)
  await h.bm(C, 'bond', 100n * LPT, C)
  return { h, A, B, C, gateway, from: gateway.address, round: await h.nextRound() }
}
