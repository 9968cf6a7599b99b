import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex } from 'viem'
import { expect, test } from 'vitest'
import { createHarness, LPT } from '@/devnet/contracts-test/harness'
import { createSmallWorld } from '@/devnet/contracts-test/small-world'
import { nameId } from '@/devnet/deploy/deployment-script'

/** Tools read the BondingManager's storage through its proxy; the slots are facts (contracts.md 2.1). */
test('the BondingManager keeps its state in the published slots', async () => {
  const { h, T, U, D } = await createSmallWorld()
  const manager = h.deployment.contracts.BondingManager as Address
  const slot = async (index: bigint) =>
    BigInt(
      (await h.chain.request({
        method: 'eth_getStorageAt',
        params: [manager, numberToHex(index), 'latest'],
      })) as Hex,
    )
  const entry = (key: Address, index: bigint) =>
    BigInt(keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [key, index])))

  await h.bm(h.deployer, 'setTreasuryRewardCutRate', 123n)
  await h.bm(h.deployer, 'setTreasuryBalanceCeiling', 456n)
  await h.bm(T, 'setRewardCaller', D)
  await h.bm(U, 'bond', 7n * LPT, U)
  expect(await slot(0n)).toBe(BigInt(h.deployment.contracts.Controller as Address))
  expect(await slot(1n)).toBe(BigInt(nameId('BondingManagerTarget')))
  expect(await slot(2n)).toBe(7n)
  expect(await slot(3n)).toBe(0n)
  expect(await slot(entry(D, 3n))).toBe(50n * LPT)
  expect(await slot(4n)).toBe(0n)
  await h.bm(T, 'reward')
  expect(await slot(entry(T, 4n))).toBe(await h.bigint('RoundsManager', 'currentRound'))
  expect(await slot(5n)).toBe(1950n * LPT)
  expect(await slot(6n)).toBe(await h.bigint('BondingManager', 'nextRoundTotalActiveStake'))
  expect(await slot(6n)).toBeGreaterThan(1957n * LPT)
  expect(await slot(7n)).toBe(BigInt(T))
  expect(await slot(8n)).toBe(BigInt(U))
  expect(await slot(9n)).toBe(2n)
  expect(await slot(10n)).toBe(2n)
  expect(await slot(entry(U, 11n))).toBe(907n * LPT)
  expect(await slot(12n)).toBe(10n ** 26n)
  expect(await slot(13n)).toBe(123n)
  expect(await slot(14n)).toBe(456n)
  expect(await slot(entry(T, 15n))).toBe(BigInt(D))
  expect(await slot(16n)).toBe(0n)
  await h.chain.close()
})

test('the state survives a new implementation behind the proxy', async () => {
  const { h, T, U } = await createSmallWorld()
  const other = await createHarness(h.chain)
  const before = await h.delegator(T)
  await h.send(h.deployer, 'Controller', 'setContractInfo', [
    nameId('BondingManagerTarget'),
    other.deployment.contracts.BondingManagerTarget,
    '0x0000000000000000000000000000000000000000',
  ])
  expect(await h.delegator(T)).toEqual(before)
  expect(await h.poolOrder()).toEqual([T, U])
  await h.bm(T, 'reward')
  await h.chain.close()
})
