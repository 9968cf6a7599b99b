import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, LPT, MAX_UINT, ZERO } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'
import { nameId } from '@/devnet/deploy/deployment-script'

/** Who is in the pool, who is active, and on which stake rewards are paid (contracts.md 5.6 and 5.7). */
describe('active set', () => {
  let world: SmallWorld
  let h: Harness
  let [T, U, V, P] = [ZERO, ZERO, ZERO, ZERO]
  let round = 0n

  beforeAll(async () => {
    world = await createSmallWorld()
    h = world.h
    ;({ T, U, V, P, round } = world)
  })
  afterAll(() => h.chain.close())

  const active = (address: string) => h.view('BondingManager', 'isActiveTranscoder', address)
  const nextTotal = () => h.bigint('BondingManager', 'nextRoundTotalActiveStake')

  test('joining takes effect with the next round’s first block, initialized or not', () =>
    h.undoing(async () => {
      await h.bm(V, 'bond', 900n * LPT, V)
      expect(await h.poolOrder()).toEqual([T, V])
      expect([await active(U), await active(V)]).toEqual([true, false])
      expect(await h.transcoder(V)).toMatchObject({
        activationRound: round + 1n,
        deactivationRound: MAX_UINT,
        lastActiveStakeUpdateRound: round + 1n,
      })
      expect((await h.transcoder(U)).deactivationRound).toBe(round + 1n)
      expect((await h.earningsPool(V, round + 1n)).totalStake).toBe(1000n * LPT)
      expect(await nextTotal()).toBe(2050n * LPT)
      await h.mineToRound(round + 1n)
      expect([await active(U), await active(V)]).toEqual([false, true])
    }))

  test('stake that moves after an eviction is still on record for the round that is served', () =>
    h.undoing(async () => {
      await h.bm(V, 'bond', 900n * LPT, V) // evicts U
      expect(await h.poolOrder()).toEqual([T, V])
      const before = await nextTotal()
      await h.bm(U, 'unbond', 300n * LPT)
      // Outside the pool nothing of the next round's total changes, yet both rounds' stake is kept.
      expect(await nextTotal()).toBe(before)
      expect((await h.earningsPool(U, round)).totalStake).toBe(900n * LPT)
      expect((await h.earningsPool(U, round + 1n)).totalStake).toBe(600n * LPT)
      expect((await h.transcoder(U)).lastActiveStakeUpdateRound).toBe(round + 1n)
      // The reward is for the stake the round began with.
      const share = (900n * LPT * 10n ** 9n) / (1950n * LPT)
      const mintable = await h.bigint('Minter', 'currentMintableTokens')
      const logs = await h.bm(U, 'reward')
      expect(logs.find(({ event }) => event === 'Mint')?.args.amount).toBe((mintable * share) / 10n ** 9n)
    }))

  test('new stake counts for rewards from the next round on', () =>
    h.undoing(async () => {
      await h.bm(P, 'bond', 500n * LPT, T)
      await h.bm(P, 'bond', 500n * LPT, T)
      expect((await h.earningsPool(T, round)).totalStake).toBe(1050n * LPT)
      expect((await h.earningsPool(T, round + 1n)).totalStake).toBe(2050n * LPT)
      await h.nextRound()
      await h.nextRound()
      await h.bm(T, 'reward')
      // Two rounds later the stake is looked up where it last changed.
      expect((await h.earningsPool(T, round + 2n)).totalStake).toBe(2050n * LPT)
    }))

  test('a place freed by resignation stays empty until someone outside acts', () =>
    h.undoing(async () => {
      await h.bm(U, 'unbond', 900n * LPT)
      expect(await h.poolOrder()).toEqual([T])
      expect(await h.bigint('BondingManager', 'getTranscoderPoolSize')).toBe(1n)
      expect(await nextTotal()).toBe(1050n * LPT)
      expect(await active(U)).toBe(true)
      expect(await h.view('BondingManager', 'transcoderStatus', U)).toBe(0)
      expect(await h.view('BondingManager', 'delegatorStatus', U)).toBe(2)
      await h.nextRound()
      expect(await h.poolOrder()).toEqual([T])
      await h.bm(V, 'transcoder', 0n, 0n)
      expect(await h.poolOrder()).toEqual([T, V])
    }))

  test('losing stake does not evict: only a joiner does', () =>
    h.undoing(async () => {
      await h.bm(U, 'unbond', 850n * LPT)
      expect(await h.poolOrder()).toEqual([T, U])
      // 50 LPT in, 100 LPT outside, until the outsider moves.
      await h.bm(V, 'transcoder', 0n, 0n)
      expect(await h.poolOrder()).toEqual([T, V])
    }))

  test('delegating to the null address is allowed and belongs to nobody', () =>
    h.undoing(async () => {
      await h.bm(P, 'bond', LPT, ZERO)
      expect(await h.delegator(P)).toMatchObject({ bondedAmount: LPT, delegateAddress: ZERO })
      expect((await h.delegator(ZERO)).delegatedAmount).toBe(LPT)
      await h.nextRound()
      await h.bm(P, 'bond', 0n, T)
      expect((await h.delegator(ZERO)).delegatedAmount).toBe(0n)
      expect((await h.delegator(T)).delegatedAmount).toBe(1051n * LPT)
    }))

  test('statuses of a delegator', () =>
    h.undoing(async () => {
      const status = () => h.view('BondingManager', 'delegatorStatus', P)
      expect(await status()).toBe(2)
      await h.bm(P, 'bond', LPT, T)
      expect(await status()).toBe(0)
      await h.nextRound()
      expect(await status()).toBe(1)
      await h.bm(P, 'bond', 0n, U)
      expect(await status()).toBe(0)
    }))

  test('slashing: out of the pool, half of the penalty to the finder, the rest burnt', () =>
    h.undoing(async () => {
      const verifier = await h.account('verifier')
      await h.send(h.deployer, 'Controller', 'setContractInfo', [
        nameId('Verifier'),
        verifier,
        '0x0000000000000000000000000000000000000000',
      ])
      const supply = await h.bigint('LivepeerToken', 'totalSupply')
      const logs = await h.bm(verifier, 'slashTranscoder', T, P, 250_000n, 500_000n)
      expect(logs.map(({ event }) => event)).toEqual([
        'EarningsClaimed',
        'TranscoderDeactivated',
        'Transfer',
        'Transfer',
        'Burn',
        'TranscoderSlashed',
        'DelegateVotesChanged',
        'DelegatorBondedAmountChanged',
      ])
      expect(logs.find(({ event }) => event === 'TranscoderSlashed')?.args).toEqual({
        transcoder: T,
        finder: P,
        penalty: 250n * LPT,
        finderReward: 125n * LPT,
      })
      expect(await h.delegator(T)).toMatchObject({ bondedAmount: 750n * LPT, delegatedAmount: 800n * LPT })
      expect(await h.bigint('LivepeerToken', 'totalSupply')).toBe(supply - 125n * LPT)
      expect(await h.poolOrder()).toEqual([U])
      expect(await nextTotal()).toBe(900n * LPT)
      // Nothing bonded, nothing to take.
      const none = await h.bm(verifier, 'slashTranscoder', P, ZERO, 250_000n, 0n)
      expect(none.at(-2)?.args).toEqual({ transcoder: P, finder: ZERO, penalty: 0n, finderReward: 0n })
    }))
})
