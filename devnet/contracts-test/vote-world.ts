import type { Address } from 'viem'
import { createChain } from '@/devnet/chain/provider'
import { createGovernedHarness, type GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT } from '@/devnet/contracts-test/harness'
import type { GovernanceParams } from '@/devnet/deploy/governance-params'

/** Stake in LPT: T 1,000 and of it D 300 and E 100 on top; U 600; nobody else. Nothing earns, so power is these numbers. */
export interface VoteWorld {
  h: GovernedHarness
  /** Orchestrator with 1,000 of its own, 1,400 with its delegators. */
  T: Address
  /** Orchestrator with 600. */
  U: Address
  /** Delegates 300 to T. */
  D: Address
  /** Delegates 100 to T. */
  E: Address
  /** Without stake. */
  N: Address
}

/** The treasury holds 1,000 LPT and 10 ETH; power counts from the round in which the world is handed over. */
export async function createVoteWorld(governance: Partial<GovernanceParams> = {}): Promise<VoteWorld> {
  const h = await createGovernedHarness(await createChain(), { numActiveTranscoders: 2n }, governance)
  const people = await Promise.all(['T', 'U', 'D', 'E', 'N'].map((name) => h.account(name)))
  const [T, U, D, E, N] = people as [Address, Address, Address, Address, Address]
  await h.nextRound()
  for (const [owner, amount, to] of [
    [T, 1000n, T],
    [U, 600n, U],
    [D, 300n, T],
    [E, 100n, T],
  ] as const) {
    await h.send(h.deployer, 'LivepeerToken', 'transfer', [owner, 10_000n * LPT])
    await h.bm(owner, 'bond', amount * LPT, to)
  }
  await h.send(h.deployer, 'LivepeerToken', 'transfer', [h.treasury, 1000n * LPT])
  await h.chain.request({
    method: 'hardhat_setBalance',
    params: [h.treasury, `0x${(10n * ETH).toString(16)}`],
  })
  await h.nextRound()
  return { h, T, U, D, E, N }
}
