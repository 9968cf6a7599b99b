import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, pad } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, type Harness, LPT, MAX_UINT, ZERO } from '@/devnet/contracts-test/harness'

const custom = (name: string, ...args: unknown[]) => ({ kind: 'custom', name, args })

/**
 * Voting power (contracts.md 7) over the history of example 13.2: treasury rate 0, pool of three,
 * T rewards in rounds 11 and 12, D1 adds stake in round 12. Looked at from round 14.
 */
describe('BondingVotes', () => {
  let h: Harness
  let manager: Address
  let [T, U, V, W, D1, D2, D3, I] = [ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO]

  const votes = (functionName: string, ...args: unknown[]) => h.view('BondingVotes', functionName, ...args)
  const pastVotes = (account: Address, round: bigint) =>
    h.bigint('BondingVotes', 'getPastVotes', account, round)

  beforeAll(async () => {
    h = await createHarness(await createChain(), {
      numActiveTranscoders: 3n,
      treasuryRewardCutRateP27: 0n,
      l1CirculatingSupplyWei: 0n,
      initialSupplyWei: 901_000n * LPT,
    })
    manager = h.deployment.contracts.BondingManager as Address
    const names = ['T', 'U', 'V', 'W', 'D1', 'D2', 'D3']
    const people = await Promise.all(names.map((name) => h.account(name)))
    for (const person of people) {
      await h.send(h.deployer, 'LivepeerToken', 'transfer', [person, 10_000n * LPT])
    }
    ;[T, U, V, W, D1, D2, D3] = people as [Address, Address, Address, Address, Address, Address, Address]
    I = await h.account('I')

    await h.mineToRound(10n)
    expect(await h.bigint('BondingVotes', 'getTotalActiveStakeAt', 10n)).toBe(0n)
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
    await h.bm(T, 'bond', 1000n * LPT, T)
    await h.bm(U, 'bond', 700n * LPT, U)
    await h.bm(V, 'bond', 600n * LPT, V)
    await h.bm(D1, 'bond', 300n * LPT, T)
    await h.bm(D2, 'bond', 200n * LPT, T)
    await h.bm(D3, 'bond', 120n * LPT, I)
    await h.bm(W, 'bond', 500n * LPT, W)
    await h.bm(T, 'transcoder', 0n, 0n)
    await h.nextRound()
    await h.bm(T, 'reward')
    await h.nextRound()
    await h.bm(T, 'reward')
    await h.bm(D1, 'bond', 50n * LPT, T)
    await h.nextRound()
    await h.nextRound()
  })
  afterAll(() => h.chain.close())

  test('presents itself as a token that counts rounds', async () => {
    expect(await votes('name')).toBe('Livepeer Voting Power')
    expect(await votes('symbol')).toBe('vLPT')
    expect(await votes('decimals')).toBe(18)
    expect(await votes('CLOCK_MODE')).toBe('mode=livepeer_round')
    expect(await votes('clock')).toBe(14)
  })

  test('power at the snapshot of example B, to the wei', async () => {
    const expected: [Address, bigint][] = [
      [T, 1767496633154164384527n],
      [D1, 393499326630832876905n],
      [D2, 228999551087221917936n],
      [D3, 0n],
      [U, 700n * LPT],
      [V, 600n * LPT],
      [W, 500n * LPT],
    ]
    for (const [account, power] of expected) expect(await pastVotes(account, 12n)).toBe(power)
    expect(await h.bigint('BondingVotes', 'getPastTotalSupply', 12n)).toBe(3067496633154164384527n)
  })

  test('power follows each round’s end, not today', async () => {
    // Before anyone bonded, after the first bonds, after the first reward.
    expect(await pastVotes(T, 9n)).toBe(0n)
    expect(await pastVotes(T, 10n)).toBe(1500n * LPT)
    expect(await pastVotes(D2, 10n)).toBe(200n * LPT)
    const afterOneReward = await pastVotes(D2, 11n)
    expect(afterOneReward).toBeGreaterThan(200n * LPT)
    expect(await pastVotes(D2, 12n)).toBeGreaterThan(afterOneReward)
    // D2 never acted again: its stored stake is still the first bond, its power is what is pending.
    expect((await h.delegator(D2)).bondedAmount).toBe(200n * LPT)
    expect(await h.bigint('BondingVotes', 'getVotes', D2)).toBe((await h.pending(D2))[0])
    // The delegators' power is part of the orchestrator's, which a vote of theirs takes away.
    const parts = await Promise.all([D1, D2, T].map(async (account) => (await h.pending(account))[0]))
    expect(await pastVotes(T, 12n)).toBeGreaterThanOrEqual(parts.reduce((sum, part) => sum + part, 0n))
  })

  test('the delegate at a past round decides whose vote is overridden', () =>
    h.undoing(async () => {
      await h.bm(D2, 'bond', 0n, U)
      await h.nextRound()
      expect(await votes('delegatedAt', D2, 13n)).toBe(T)
      expect(await votes('delegatedAt', D2, 14n)).toBe(U)
      expect(await votes('delegates', D2)).toBe(U)
      expect(await votes('delegatedAt', D2, 9n)).toBe(ZERO)
      expect(await votes('delegatedAt', T, 12n)).toBe(T)
      expect(await votes('getVotesAndDelegateAtRoundStart', D2, 14n)).toEqual([228999551087221917936n, T])
      expect(await votes('getVotesAndDelegateAtRoundStart', D2, 15n)).toEqual([
        (await h.delegator(D2)).bondedAmount,
        U,
      ])
    }))

  test('what happens in a round counts from the next one on', () =>
    h.undoing(async () => {
      const before = (await votes('getVotesAndDelegateAtRoundStart', U, 14n)) as readonly unknown[]
      await h.bm(U, 'bond', LPT, U)
      expect(await votes('getVotesAndDelegateAtRoundStart', U, 14n)).toEqual(before)
      expect(await h.bigint('BondingVotes', 'getVotes', U)).toBe(701n * LPT)
      await h.mineToRound(15n)
      expect(await pastVotes(U, 13n)).toBe(700n * LPT)
      expect(await pastVotes(U, 14n)).toBe(701n * LPT)
    }))

  test('a delegator of an orchestrator that left has no power', () =>
    h.undoing(async () => {
      await h.bm(T, 'unbond', (await h.pending(T))[0])
      expect(await h.bigint('BondingVotes', 'getVotes', D2)).toBe(0n)
      expect(await h.bigint('BondingVotes', 'getVotes', T)).toBe(0n)
      expect(await pastVotes(D2, 12n)).toBe(228999551087221917936n)
    }))

  test('active stake of rounds that were skipped, are to come, or precede everything', () =>
    h.undoing(async () => {
      const at = (round: bigint) => h.bigint('BondingVotes', 'getTotalActiveStakeAt', round)
      await h.bm(U, 'bond', LPT, U)
      const next = await h.bigint('BondingManager', 'nextRoundTotalActiveStake')
      expect(await at(9n)).toBe(0n)
      expect(await at(10n)).toBe(0n)
      expect(await at(11n)).toBe(2800n * LPT)
      expect(await at(15n)).toBe(next)
      expect(await h.bigint('BondingVotes', 'totalSupply')).toBe(next)
      await h.mineToRound(18n)
      expect(await at(16n)).toBe(next)
      await h.send(h.deployer, 'RoundsManager', 'initializeRound')
      await h.bm(U, 'bond', LPT, U)
      // 15 to 17 were never initialized: they have what 18 started with, not today's stake.
      for (const round of [15n, 16n, 17n, 18n]) expect(await at(round)).toBe(next)
      expect(await at(19n)).toBe(next + LPT)
    }))

  test('the future cannot be looked up', async () => {
    const refused = (functionName: string, ...args: unknown[]) =>
      h.viewRevert('BondingVotes', functionName, args)
    expect(await refused('getPastVotes', T, 14n)).toEqual(custom('FutureLookup', 14n, 13n))
    expect(await refused('delegatedAt', T, 14n)).toEqual(custom('FutureLookup', 14n, 13n))
    expect(await refused('getPastTotalSupply', 20n)).toEqual(custom('FutureLookup', 20n, 13n))
    expect(await refused('getVotesAndDelegateAtRoundStart', T, 16n)).toEqual(custom('FutureLookup', 16n, 15n))
    expect(await refused('getTotalActiveStakeAt', 16n)).toEqual(custom('FutureLookup', 16n, 15n))
    expect(await refused('getVotesAndDelegateAtRoundStart', T, 15n)).toBeUndefined()
  })

  test('it is not a way to delegate', async () => {
    expect(await h.revertOf(D1, 'BondingVotes', 'delegate', [U])).toEqual(
      custom('MustCallBondingManager', 'bond'),
    )
    const zero32 = pad('0x00', { size: 32 })
    expect(await h.revertOf(D1, 'BondingVotes', 'delegateBySig', [U, 0n, 0n, 0, zero32, zero32])).toEqual(
      custom('MustCallBondingManager', 'bondFor'),
    )
  })

  test('only the BondingManager writes, and only for the right rounds', () =>
    h.undoing(async () => {
      const entry = (startRound: bigint, lastClaimRound: bigint) =>
        [T, startRound, LPT, T, LPT, lastClaimRound, 0n] as const
      const refused = (from: Address, functionName: string, args: readonly unknown[]) =>
        h.revertOf(from, 'BondingVotes', functionName, args)
      const checksummed = expect.stringMatching(new RegExp(`^${manager}$`, 'i')) as unknown
      expect(await refused(T, 'checkpointBondingState', entry(15n, 14n))).toEqual(
        custom('InvalidCaller', T, checksummed),
      )
      expect(await refused(T, 'checkpointTotalActiveStake', [1n, 14n])).toEqual(
        custom('InvalidCaller', T, checksummed),
      )
      await h.chain.request({ method: 'hardhat_impersonateAccount', params: [manager] })
      await h.chain.request({ method: 'hardhat_setBalance', params: [manager, numberToHex(10n ** 18n)] })
      expect(await refused(manager, 'checkpointBondingState', entry(14n, 13n))).toEqual(
        custom('InvalidStartRound', 14n, 15n),
      )
      expect(await refused(manager, 'checkpointBondingState', entry(16n, 13n))).toEqual(
        custom('InvalidStartRound', 16n, 15n),
      )
      expect(await refused(manager, 'checkpointBondingState', entry(15n, 15n))).toEqual(
        custom('FutureLastClaimRound', 15n, 14n),
      )
      expect(await refused(manager, 'checkpointTotalActiveStake', [1n, 13n])).toEqual(
        custom('InvalidTotalStakeCheckpointRound', 13n, 14n),
      )
      await h.send(manager, 'BondingVotes', 'checkpointBondingState', entry(15n, 14n))
    }))

  test('rounds that run backwards are refused', () =>
    h.undoing(async () => {
      await h.bm(T, 'checkpointBondingState', U)
      // No call turns the clock back: re-anchor the rounds, then write an earlier anchor.
      await h.send(h.deployer, 'RoundsManager', 'setRoundLength', [200n])
      await h.chain.request({
        method: 'hardhat_setStorageAt',
        params: [h.deployment.contracts.RoundsManager, '0x5', numberToHex(12n, { size: 32 })],
      })
      expect(await votes('clock')).toBe(12)
      expect(await h.revertOf(T, 'BondingManager', 'checkpointBondingState', [U])).toEqual(
        custom('DecreasingValues', 13n, 15n),
      )
    }))

  test('a reward round without a factor is told, not guessed', () =>
    h.undoing(async () => {
      const record = BigInt(
        keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'uint256' }], [T, 4n])),
      )
      const pool = keccak256(
        encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [12n, record + 10n]),
      )
      await h.chain.request({
        method: 'hardhat_setStorageAt',
        params: [manager, numberToHex(BigInt(pool) + 3n), pad('0x00', { size: 32 }) as Hex],
      })
      expect((await h.earningsPool(T, 12n)).cumulativeRewardFactor).toBe(0n)
      expect(await h.viewRevert('BondingVotes', 'getVotes', [D2])).toEqual(
        custom('MissingEarningsPool', T, 12n),
      )
    }))

  test('an account without a checkpoint has none until anyone writes it', async () => {
    const stranger = await h.account('stranger')
    expect(await votes('hasCheckpoint', stranger)).toBe(false)
    expect(await h.bigint('BondingVotes', 'getVotes', stranger)).toBe(0n)
    expect(await votes('hasCheckpoint', D3)).toBe(true)
    await h.undoing(async () => {
      expect(await h.bm(T, 'checkpointBondingState', stranger)).toEqual([])
      expect(await votes('hasCheckpoint', stranger)).toBe(true)
    })
  })

  test('numbers at the edge of the type do not wrap', async () => {
    expect(await h.viewRevert('BondingVotes', 'getPastVotes', [T, MAX_UINT])).toEqual(
      custom('FutureLookup', MAX_UINT, 13n),
    )
  })
})
