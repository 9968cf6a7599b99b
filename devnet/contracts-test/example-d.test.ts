import { describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, type Harness, LPT } from '@/devnet/contracts-test/harness'

/** contracts.md 13.4: rounds and minting at mainnet's scale. */
describe('worked example D', () => {
  const atBlock = async (h: Harness, block: bigint) => {
    await h.mineBlocks(block - (await h.bigint('RoundsManager', 'blockNum')))
    expect(await h.bigint('RoundsManager', 'blockNum')).toBe(block)
  }
  const roundAndStart = async (h: Harness) => [
    await h.bigint('RoundsManager', 'currentRound'),
    await h.bigint('RoundsManager', 'currentRoundStartBlock'),
  ]
  const locked = (h: Harness) => h.view('RoundsManager', 'currentRoundLocked')

  test('rounds follow the anchor, the length and its change', async () => {
    // 2,100 rounds of 5,000 blocks and 500 of 10,000 put the anchor at round 2600, block 15,500,000.
    const h = await createHarness(await createChain(), { roundLengthBlocks: 5_000n })
    await atBlock(h, 10_500_000n)
    await h.send(h.deployer, 'RoundsManager', 'setRoundLength', [10_000n])
    await atBlock(h, 15_500_000n)
    await h.send(h.deployer, 'RoundsManager', 'setRoundLength', [6_377n])
    expect(await h.bigint('RoundsManager', 'lastRoundLengthUpdateRound')).toBe(2600n)
    expect(await h.bigint('RoundsManager', 'lastRoundLengthUpdateStartBlock')).toBe(15_500_000n)

    await atBlock(h, 15_560_000n - 1n)
    await h.undoing(async () => {
      await atBlock(h, 15_560_000n)
      expect(await roundAndStart(h)).toEqual([2609n, 15_557_393n])
      await atBlock(h, 15_563_132n)
      expect(await locked(h)).toBe(false)
      await atBlock(h, 15_563_133n)
      expect(await locked(h)).toBe(true)
      await atBlock(h, 15_563_769n)
      expect(await roundAndStart(h)).toEqual([2609n, 15_557_393n])
      expect(await locked(h)).toBe(true)
      await atBlock(h, 15_563_770n)
      expect(await roundAndStart(h)).toEqual([2610n, 15_563_770n])
      expect(await locked(h)).toBe(false)
    })

    await h.send(h.deployer, 'RoundsManager', 'setRoundLength', [5_000n])
    expect(await h.bigint('RoundsManager', 'blockNum')).toBe(15_560_000n)
    expect(await roundAndStart(h)).toEqual([2609n, 15_557_393n])
    await atBlock(h, 15_561_000n)
    expect(await roundAndStart(h)).toEqual([2609n, 15_557_393n])
    await atBlock(h, 15_562_500n)
    expect(await roundAndStart(h)).toEqual([2610n, 15_562_393n])
    await h.chain.close()
  })

  test('inflation, mintable tokens and one reward', async () => {
    const supply = 45123456789012345678901234n
    const active = 21000000000000000000000001n
    const stake = 1234567890123456789012345n
    const h = await createHarness(await createChain(), {
      // One step up before the round of the example.
      inflationP9: 611_500n,
      initialSupplyWei: supply,
      l1CirculatingSupplyWei: 0n,
    })
    const T = await h.account('T', stake)
    const U = await h.account('U', active - stake)
    await h.nextRound()
    expect(await h.bigint('Minter', 'inflation')).toBe(612_000n)
    await h.bm(T, 'bond', stake, T)
    await h.bm(U, 'bond', active - stake, U)
    await h.nextRound()
    expect(await h.bigint('Minter', 'getGlobalTotalSupply')).toBe(supply)
    expect(await h.bigint('BondingManager', 'getTotalBonded')).toBe(active)
    expect(await h.bigint('Minter', 'inflation')).toBe(612_500n)
    expect(await h.bigint('Minter', 'currentMintableTokens')).toBe(27638117283270061728327n)

    const logs = await h.bm(T, 'reward')
    expect(logs.find((log) => log.event === 'Mint')?.args.amount).toBe(1624815812145947645633n)
    expect(logs.find((log) => log.event === 'TreasuryReward')?.args.amount).toBe(162481581214594764563n)
    expect(logs.find((log) => log.event === 'Reward')?.args.amount).toBe(1462334230931352881070n)
    await h.chain.close()
  })

  test('the bonding rate is cut to nine digits before it is compared with the target', async () => {
    // The example's rate of 465,389,876 as target: neither above nor below, so inflation stays.
    const stake = 21000000000000000000000001n
    const h = await createHarness(await createChain(), {
      targetBondingRateP9: 465_389_876n,
      initialSupplyWei: 45123456789012345678901234n,
      l1CirculatingSupplyWei: 0n,
    })
    const T = await h.account('T', stake)
    await h.nextRound()
    await h.bm(T, 'bond', stake, T)
    const before = await h.bigint('Minter', 'inflation')
    await h.nextRound()
    expect(await h.bigint('Minter', 'inflation')).toBe(before)
    await h.chain.close()
  })

  test('a penalty of half rounds down: nothing of 1 wei, 1 of 3', async () => {
    const h = await createHarness(await createChain())
    const verifier = await h.account('verifier')
    await h.send(h.deployer, 'Controller', 'setContractInfo', [
      '0x121833d5ee4fda5e1a4034c2b7be8155c158142541dea26f39122c796649233f',
      verifier,
      '0x0000000000000000000000000000000000000000',
    ])
    const T = await h.account('T', LPT)
    await h.nextRound()
    await h.bm(T, 'bond', 1n, T)
    const half = 500_000n
    const penaltyOf = async () => {
      const logs = await h.bm(verifier, 'slashTranscoder', T, verifier, half, 0n)
      return logs.find((log) => log.event === 'TranscoderSlashed')?.args.penalty
    }
    expect(await h.undoing(penaltyOf)).toBe(0n)
    await h.bm(T, 'bond', 2n, T)
    expect(await penaltyOf()).toBe(1n)
    await h.chain.close()
  })
})
