import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, LPT, MAX_UINT, ZERO } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'

/** Every reason an orchestrator's call is refused, with the order in which reasons are told (contracts.md 5.3 and 6). */
describe('reverts of orchestrator calls', () => {
  let world: SmallWorld
  let h: Harness
  let [T, U, V, D] = [ZERO, ZERO, ZERO, ZERO]

  beforeAll(async () => {
    world = await createSmallWorld()
    h = world.h
    ;({ T, U, V, D } = world)
  })
  afterAll(() => h.chain.close())

  const refuses = async (from: Address, functionName: string, args: unknown[], reason: string) =>
    expect(await h.revertOf(from, 'BondingManager', functionName, args)).toEqual({
      kind: 'text',
      text: reason,
    })

  test('transcoder: lock, percentages, registration, reward, in this order', async () => {
    const active = "caller can't be active or must have already called reward for the current round"
    await refuses(D, 'transcoder', [1_000_001n, 1_000_001n], 'invalid rewardCut percentage')
    await refuses(D, 'transcoder', [1_000_000n, 1_000_001n], 'invalid feeShare percentage')
    await refuses(D, 'transcoder', [1_000_000n, 1_000_000n], 'transcoder must be registered')
    await refuses(T, 'transcoder', [0n, 0n], active)
    await h.undoing(async () => {
      await h.bm(T, 'reward')
      await h.bm(T, 'transcoder', 1_000_000n, 1_000_000n)
    })
    await h.undoing(() => h.bm(V, 'transcoder', 0n, 0n))
    await h.undoing(async () => {
      // 200 blocks a round, the last 20 locked: the transaction's own block must be the first of these.
      const start = await h.bigint('RoundsManager', 'currentRoundStartBlock')
      const head = await h.bigint('RoundsManager', 'blockNum')
      await h.mineBlocks(start + 178n - head)
      await h.bm(V, 'transcoder', 1n, 1n)
      await refuses(
        D,
        'transcoder',
        [1_000_001n, 0n],
        "can't update transcoder params, current round is locked",
      )
    })
  })

  test('reward: active, and once a round', async () => {
    await refuses(V, 'reward', [], 'transcoder must be active')
    await refuses(D, 'rewardWithHint', [ZERO, ZERO], 'transcoder must be active')
    await h.undoing(async () => {
      await h.bm(T, 'reward')
      await refuses(T, 'reward', [], 'caller has already called reward for the current round')
      await h.nextRound()
      await h.bm(T, 'reward')
    })
  })

  test('reward callers: set by the orchestrator, told before everything else', () =>
    h.undoing(async () => {
      const notCaller = 'caller must be a reward caller set by the transcoder'
      await refuses(D, 'rewardForTranscoder', [T], notCaller)
      await refuses(D, 'rewardForTranscoderWithHint', [T, ZERO, ZERO], notCaller)
      await refuses(T, 'rewardForTranscoder', [T], notCaller)
      const [set] = await h.bm(T, 'setRewardCaller', D)
      expect(set).toEqual({
        contract: 'BondingManager',
        event: 'RewardCallerSet',
        args: { transcoder: T, rewardCaller: D },
      })
      const logs = await h.bm(D, 'rewardForTranscoder', T)
      expect(logs.find((log) => log.event === 'Reward')?.args.transcoder).toBe(T)
      await refuses(T, 'reward', [], 'caller has already called reward for the current round')
      await h.bm(T, 'setRewardCaller', ZERO)
      await h.send(h.deployer, 'Controller', 'pause')
      await refuses(D, 'rewardForTranscoder', [T], notCaller)
    }))

  test('ticket fees: only while active', async () => {
    await refuses(h.broker, 'updateTranscoderWithFees', [V, 1n, 0n], 'transcoder must be active')
    await refuses(h.broker, 'updateTranscoderWithFees', [D, 1n, 0n], 'transcoder must be active')
    await h.undoing(async () => {
      // Evicted this round: active to its end. Rejoined in the same round: no longer.
      await h.bm(V, 'bond', 1000n * LPT, V)
      await h.ticketFees(U, 1n)
      await h.bm(U, 'reward')
      await h.bm(U, 'bond', 1000n * LPT, U)
      expect(await h.poolOrder()).toEqual([U, V])
      expect(await h.view('BondingManager', 'isActiveTranscoder', U)).toBe(false)
      await refuses(h.broker, 'updateTranscoderWithFees', [U, 1n, 0n], 'transcoder must be active')
      await h.nextRound()
      await h.ticketFees(U, 1n)
      await refuses(h.broker, 'updateTranscoderWithFees', [T, 1n, 0n], 'transcoder must be active')
    })
  })

  test('rewards unclaimed by the orchestrator that exceed its active stake are Panic(0x01) in reward and fees', () =>
    h.undoing(async () => {
      // No sequence of calls leads here: write cumulativeRewards, the eighth word of the orchestrator's record.
      const record = BigInt(
        keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [T, 4n])),
      )
      const write = async (value: bigint) => {
        await h.chain.request({
          method: 'hardhat_setStorageAt',
          params: [
            h.deployment.contracts.BondingManager,
            numberToHex(record + 7n),
            numberToHex(value, { size: 32 }) as Hex,
          ],
        })
        expect((await h.transcoder(T)).cumulativeRewards).toBe(value)
      }
      await write(1050n * LPT + 1n)
      expect(await h.revertOf(T, 'BondingManager', 'reward')).toEqual({ kind: 'panic', code: 1n })
      expect(await h.revertOf(h.broker, 'BondingManager', 'updateTranscoderWithFees', [T, 1n, 0n])).toEqual({
        kind: 'panic',
        code: 1n,
      })
      await write(1050n * LPT)
      await h.undoing(() => h.ticketFees(T, 1n))
      await h.bm(T, 'reward')
    }))

  test('an amount beyond 2^256 is Panic(0x11)', async () => {
    expect(await h.revertOf(D, 'BondingManager', 'bond', [MAX_UINT, T])).toEqual({ kind: 'panic', code: 17n })
  })
})
