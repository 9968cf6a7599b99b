import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, ETH, type Harness, LPT } from '@/devnet/contracts-test/harness'
import { readEarningsPool, readTranscoder } from '@/devnet/rules-test/observe'
import { factorsAtPastRound } from '@/lib/protocol/earnings'
import { P6, P27 } from '@/lib/protocol/fixed-point'
import { type NetworkRound, networkPath, type PoolAssumptions, projectPool } from '@/lib/protocol/projection'
import { realisedYield, yieldSpan } from '@/lib/protocol/yield'

const ROUNDS = 14
/** Rounds (counted from 0) in which T does not call in the second world. */
const MISSED = new Set([2, 6, 7])
const FEES = ETH / 3n
const AMOUNT = 777n * LPT + 123_456_789n

interface Played {
  /** What each round's start set, as the contracts said. */
  rounds: NetworkRound[]
  numbers: bigint[]
  /** Pending stake and fees of the delegator when each round had ended. */
  ends: [bigint, bigint][]
}

/** Two orchestrators and a delegator that bonds once and then does nothing; played for some rounds with known calls. */
class World {
  private constructor(
    readonly h: Harness,
    readonly t: Address,
    readonly u: Address,
    readonly d: Address,
  ) {}

  static async create(): Promise<World> {
    const h = await createHarness(await createChain(), {
      treasuryRewardCutRateP27: P27 / 10n,
      treasuryBalanceCeilingWei: 10n ** 9n * LPT,
    })
    const [t, u, d] = await Promise.all(['T', 'U', 'D'].map((name) => h.account(name)))
    if (!t || !u || !d) throw new Error('no accounts')
    for (const account of [t, u, d])
      await h.account(account === t ? 'T' : account === u ? 'U' : 'D', 9_000n * LPT)
    await h.mineToRound(10n)
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
    await h.bm(t, 'bond', 4_000n * LPT, t)
    await h.bm(t, 'transcoder', 130_000n, 800_000n)
    await h.bm(u, 'bond', 6_500n * LPT, u)
    await h.bm(u, 'transcoder', 400_000n, 0n)
    // A round of rewards first, so that factors do not start from one.
    await h.nextRound()
    await h.bm(t, 'reward')
    await h.bm(u, 'reward')
    return new World(h, t, u, d)
  }

  /** Everything a projection takes for granted, from the contracts, before the delegator bonds. */
  async assumptions(): Promise<{ network: NetworkRound[]; pool: PoolAssumptions }> {
    const { h } = this
    const transcoder = await readTranscoder(h, this.t)
    const [inflationP9, inflationChangeP9, targetBondingRateP9, supply] = await Promise.all([
      h.bigint('Minter', 'inflation'),
      h.bigint('Minter', 'inflationChange'),
      h.bigint('Minter', 'targetBondingRate'),
      h.bigint('Minter', 'getGlobalTotalSupply'),
    ])
    const network = networkPath({
      minter: {
        inflationP9,
        inflationChangeP9,
        targetBondingRateP9,
        supply,
        activeStake: await h.bigint('BondingManager', 'nextRoundTotalActiveStake'),
      },
      inflation: 'rule',
      rounds: ROUNDS,
      addedStake: AMOUNT,
      mintedShareP6: P6,
      treasuryRewardCutRateP27: await h.bigint('BondingManager', 'nextRoundTreasuryRewardCutRate'),
      treasuryBalance: await h.bigint('LivepeerToken', 'balanceOf', h.treasury),
      treasuryBalanceCeiling: await h.bigint('BondingManager', 'treasuryBalanceCeiling'),
    })
    const pool: PoolAssumptions = {
      poolStake: await h.bigint('BondingManager', 'transcoderTotalStake', this.t),
      rewardCutP6: transcoder.rewardCutP6,
      feeShareP6: transcoder.feeShareP6,
      callRatioP6: P6,
      feesPerRound: FEES,
    }
    return { network, pool }
  }

  /** The delegator bonds and the rounds pass: one ticket to T, then the reward calls. */
  async play(missed: ReadonlySet<number>): Promise<Played> {
    const { h, t, u, d } = this
    await h.bm(d, 'bond', AMOUNT, t)
    const played: Played = { rounds: [], numbers: [], ends: [] }
    for (let index = 0; index < ROUNDS; index++) {
      played.numbers.push(await h.nextRound())
      played.rounds.push({
        inflationP9: await h.bigint('Minter', 'inflation'),
        mintable: await h.bigint('Minter', 'currentMintableTokens'),
        activeStake: await h.bigint('BondingManager', 'currentRoundTotalActiveStake'),
        treasuryRewardCutRateP27: await h.bigint('BondingManager', 'treasuryRewardCutRate'),
      })
      await h.ticketFees(t, FEES)
      if (!missed.has(index)) await h.bm(t, 'reward')
      await h.bm(u, 'reward')
      played.ends.push(await h.pending(d))
    }
    return played
  }
}

const apart = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)

describe.each([
  ['every round called', new Set<number>()],
  ['three rounds missed, two in a row', MISSED],
])('%s', (_, missed) => {
  let world: World
  let projected: Awaited<ReturnType<World['assumptions']>>
  let played: Played
  let startFactor: bigint
  beforeAll(async () => {
    world = await World.create()
    projected = await world.assumptions()
    const { lastRewardRound } = await readTranscoder(world.h, world.t)
    startFactor = (await readEarningsPool(world.h, world.t, lastRewardRound)).rewardFactorP27
    played = await world.play(missed)
  })
  afterAll(() => world.h.chain.close())

  const calls = () => played.rounds.map((_round, index) => !missed.has(index))
  const last = () => played.ends.at(-1) ?? [0n, 0n]

  test('the projection over the rounds as they were paid exactly what the chain paid, to the wei', () => {
    const exact = projectPool(played.rounds, AMOUNT, projected.pool, {
      calls: calls(),
      rewardFactorP27: startFactor,
    })
    expect([AMOUNT + exact.rewards, exact.fees]).toEqual(last())
  })

  test('a part of the rounds, too', () => {
    for (const [index, [stake, fees]] of played.ends.entries()) {
      const part = projectPool(played.rounds.slice(0, index + 1), AMOUNT, projected.pool, {
        calls: calls(),
        rewardFactorP27: startFactor,
      })
      expect([AMOUNT + part.rewards, part.fees], `after ${index + 1} rounds`).toEqual([stake, fees])
    }
  })

  test('realised yield equals what the contract’s own pending amounts say, over every span', async () => {
    const { h, t } = world
    const rows = await Promise.all(
      [played.numbers[0]! - 1n, ...played.numbers].map(async (round) => ({
        round,
        ...(await readEarningsPool(h, t, round)),
      })),
    )
    const rewardRounds = rows.filter((row) => row.rewardFactorP27 > 0n).map(({ round }) => round)
    const feeRounds = rows.filter((row) => row.feeFactorP27 > 0n).map(({ round }) => round)
    let spans = 0
    for (let from = 0; from < ROUNDS; from++) {
      for (let to = from; to < ROUNDS; to++) {
        const [startRound, endRound] = [played.numbers[from]!, played.numbers[to]!]
        const yielded = realisedYield(
          factorsAtPastRound(rows, rewardRounds, feeRounds, startRound),
          factorsAtPastRound(rows, rewardRounds, feeRounds, endRound),
        )
        const [[stakeThen, feesThen], [stakeNow, feesNow]] = [played.ends[from]!, played.ends[to]!]
        const grown = (stakeThen * (P27 + yielded.lptP27)) / P27
        const fees = (stakeThen * yielded.ethPerLptP27) / P27
        expect(apart(grown, stakeNow), `stake ${startRound} to ${endRound}`).toBeLessThanOrEqual(3n)
        expect(apart(fees, feesNow - feesThen), `fees ${startRound} to ${endRound}`).toBeLessThanOrEqual(3n)
        spans++
      }
    }
    expect(spans).toBe((ROUNDS * (ROUNDS + 1)) / 2)
  })

  test('the window knows since when the orchestrator earns', async () => {
    const { activationRound, deactivationRound } = await readTranscoder(world.h, world.t)
    expect(yieldSpan({ currentRound: 60n, windowRounds: 90n, activationRound, deactivationRound })).toEqual({
      state: 'span',
      startRound: 10n,
      endRound: 59n,
      rounds: 49n,
    })
  })
})

test('the projection made beforehand, from nothing but the state of that moment, came true within rounding', async () => {
  const world = await World.create()
  try {
    const { network, pool } = await world.assumptions()
    const played = await world.play(new Set())
    const [stake, fees] = played.ends.at(-1) ?? [0n, 0n]
    // The Minter rounds each orchestrator's part of a round down to 10^-9 of it; the path mints the whole.
    for (const [index, round] of played.rounds.entries()) {
      const step = network[index]
      expect(step?.inflationP9).toBe(round.inflationP9)
      expect(step?.treasuryRewardCutRateP27).toBe(round.treasuryRewardCutRateP27)
      expect(apart(step?.mintable ?? 0n, round.mintable)).toBeLessThan(round.mintable / 10n ** 9n)
      expect(apart(step?.activeStake ?? 0n, round.activeStake)).toBeLessThan(round.activeStake / 10n ** 8n)
    }
    const projected = projectPool(network, AMOUNT, pool)
    const paid = stake - AMOUNT
    expect(paid).toBeGreaterThan(AMOUNT)
    expect(apart(projected.rewards, paid)).toBeLessThan(paid / 10n ** 7n)
    expect(apart(projected.fees, fees)).toBeLessThan(fees / 10n ** 7n)
  } finally {
    await world.h.chain.close()
  }
})
