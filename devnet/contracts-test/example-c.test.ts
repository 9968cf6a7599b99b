import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, ETH, type Harness, LPT } from '@/devnet/contracts-test/harness'

/** contracts.md 13.3: who claims before the orchestrator's reward forfeits that round. Tests run in order. */
describe('worked example C', () => {
  let h: Harness
  let T: Address
  let D1: Address
  let D2: Address

  beforeAll(async () => {
    h = await createHarness(await createChain(), {
      treasuryRewardCutRateP27: 0n,
      l1CirculatingSupplyWei: 0n,
      initialSupplyWei: 10_000_000n * LPT,
    })
    T = await h.account('T', 1000n * LPT)
    D1 = await h.account('D1', 1000n * LPT)
    D2 = await h.account('D2', 1000n * LPT)
    await h.mineToRound(10n)
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
    for (const account of [T, D1, D2]) await h.bm(account, 'bond', 1000n * LPT, T)
    await h.bm(T, 'transcoder', 0n, 1_000_000n)
  })
  afterAll(() => h.chain.close())

  test('round 11: D1 claims, then reward and ticket go past it', async () => {
    await h.nextRound()
    expect(await h.bigint('Minter', 'currentMintableTokens')).toBe(2215000000000000000000n)
    await h.bm(D1, 'claimEarnings', 0n)
    const logs = await h.bm(T, 'reward')
    expect(logs.find((log) => log.event === 'Mint')?.args.amount).toBe(2215n * LPT)
    expect(logs.some((log) => log.event === 'TreasuryReward')).toBe(false)
    await h.ticketFees(T, (3n * ETH) / 10n)
    expect(await h.pending(T)).toEqual([1738333333333333333333n, 99999999999999999n])
    expect(await h.pending(D1)).toEqual([1000000000000000000000n, 0n])
    expect(await h.pending(D2)).toEqual([1738333333333333333333n, 99999999999999999n])
    expect((await h.delegator(T)).delegatedAmount).toBe(5215000000000000000000n)
  })

  test('round 12: D1 earns again, on its smaller stake', async () => {
    await h.nextRound()
    await h.bm(T, 'reward')
    expect((await h.pending(T))[0]).toBe(2478497243333333333333n)
    expect((await h.pending(D1))[0]).toBe(1425789401725790987535n)
    expect((await h.pending(D2))[0]).toBe(2478497243333333333333n)
    expect((await h.delegator(T)).delegatedAmount).toBe(7435491730000000000000n)
  })
})
