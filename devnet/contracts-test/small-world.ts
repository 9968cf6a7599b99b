import type { Address } from 'viem'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, type Harness, LPT } from '@/devnet/contracts-test/harness'

/** A protocol with a pool of two in an initialized round in which T and U are active and nobody rewarded yet. */
export interface SmallWorld {
  h: Harness
  /** First in the pool, 1,000 LPT of its own and 50 of D. */
  T: Address
  /** Last in the pool, 900 LPT. */
  U: Address
  /** Registered with 100 LPT, outside the pool. */
  V: Address
  /** Delegates 50 LPT to T. */
  D: Address
  /** Has LPT, never bonded. */
  P: Address
  round: bigint
}

export async function createSmallWorld(): Promise<SmallWorld> {
  const h = await createHarness(await createChain(), { numActiveTranscoders: 2n })
  const people = await Promise.all(['T', 'U', 'V', 'D', 'P'].map((name) => h.account(name)))
  const [T, U, V, D, P] = people as [Address, Address, Address, Address, Address]
  for (const person of people) await h.send(h.deployer, 'LivepeerToken', 'transfer', [person, 100_000n * LPT])
  await h.nextRound()
  await h.bm(T, 'bond', 1000n * LPT, T)
  await h.bm(U, 'bond', 900n * LPT, U)
  await h.bm(V, 'bond', 100n * LPT, V)
  await h.bm(D, 'bond', 50n * LPT, T)
  return { h, T, U, V, D, P, round: await h.nextRound() }
}
