import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  earningsBetween,
  factorRounds,
  factorsAtPastRound,
  latestFactors,
  NO_FACTORS,
  pastEarnings,
  pendingEarnings,
} from './earnings'
import { P27 } from './fixed-point'
import type { Address, Factors } from './types'
import { ZERO_ADDRESS } from './types'

const ME: Address = '0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
const ORCHESTRATOR: Address = '0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'
const E18 = 10n ** 18n
const factors = (rewardFactorP27: bigint, feeFactorP27: bigint): Factors => ({
  rewardFactorP27,
  feeFactorP27,
})

describe('latestFactors', () => {
  const stored = {
    round: 10n,
    atRound: NO_FACTORS,
    atLastReward: factors(2n * P27, 5n),
    atLastFee: factors(9n * P27, 7n),
  }
  test.each([
    [
      'falls back to the last reward and fee rounds',
      { lastRewardRound: 9n, lastFeeRound: 8n },
      factors(2n * P27, 7n),
    ],
    [
      'does not use a last round that is the round itself',
      { lastRewardRound: 10n, lastFeeRound: 10n },
      NO_FACTORS,
    ],
    ['does not use a later one', { lastRewardRound: 11n, lastFeeRound: 12n }, NO_FACTORS],
    ['treats each factor on its own', { lastRewardRound: 9n, lastFeeRound: 10n }, factors(2n * P27, 0n)],
  ])('%s', (_name, last, expected) => {
    expect(latestFactors({ ...stored, ...last })).toEqual(expected)
  })

  test('what is stored wins over any fallback', () => {
    const input = { ...stored, atRound: factors(3n * P27, 0n), lastRewardRound: 9n, lastFeeRound: 8n }
    expect(latestFactors(input)).toEqual(factors(3n * P27, 7n))
  })

  test('the rounds to read, each once', () => {
    expect(
      factorRounds({ currentRound: 10n, lastClaimRound: 7n, lastRewardRound: 10n, lastFeeRound: 7n }),
    ).toEqual([7n, 10n])
    expect(
      factorRounds({ currentRound: 4n, lastClaimRound: 1n, lastRewardRound: 2n, lastFeeRound: 3n }),
    ).toEqual([1n, 4n, 2n, 3n])
  })
})

describe('pendingEarnings', () => {
  const delegator = { bondedAmount: 100n * E18, fees: 5n, delegateAddress: ORCHESTRATOR, lastClaimRound: 3n }
  const input = {
    account: ME,
    delegator,
    currentRound: 5n,
    start: factors(P27, 0n),
    end: factors(2n * P27, P27 / 2n),
    delegate: { cumulativeRewards: 1_000n, cumulativeFees: 2_000n },
  }

  test('grows by the reward factor and collects fees per unit', () => {
    expect(pendingEarnings(input)).toEqual({ stake: 200n * E18, fees: 5n + 50n * E18 })
  })

  test('a factor of 0 counts as 1 for rewards and 0 for fees', () => {
    expect(pendingEarnings({ ...input, start: NO_FACTORS })).toEqual({
      stake: 200n * E18,
      fees: 5n + 50n * E18,
    })
    expect(pendingEarnings({ ...input, start: NO_FACTORS, end: NO_FACTORS })).toEqual({
      stake: 100n * E18,
      fees: 5n,
    })
  })

  test.each([
    ['claimed this round', 5n],
    ['claimed in a later round than the one asked about', 6n],
  ])('%s: the stored values', (_name, lastClaimRound) => {
    const claimed = { ...input, delegator: { ...delegator, lastClaimRound } }
    expect(pendingEarnings(claimed)).toEqual({ stake: 100n * E18, fees: 5n })
  })

  test('its own delegate also has its cumulative parts, claimed or not, in any letter case', () => {
    const own = { ...input, account: ORCHESTRATOR }
    expect(pendingEarnings(own)).toEqual({ stake: 200n * E18 + 1_000n, fees: 5n + 50n * E18 + 2_000n })
    const upper = `0x${'B'.repeat(40)}` as Address
    expect(pendingEarnings({ ...own, account: upper })).toEqual(pendingEarnings(own))
    const claimed = { ...own, delegator: { ...delegator, lastClaimRound: 5n } }
    expect(pendingEarnings(claimed)).toEqual({ stake: 100n * E18 + 1_000n, fees: 2_005n })
  })

  test('no delegate: the stored values', () => {
    const none = { ...delegator, delegateAddress: ZERO_ADDRESS }
    expect(pendingEarnings({ ...input, delegator: none, start: NO_FACTORS, end: NO_FACTORS })).toEqual({
      stake: 100n * E18,
      fees: 5n,
    })
  })

  test('one wei neither vanishes nor grows without a whole factor', () => {
    const dust = { ...delegator, bondedAmount: 1n, fees: 0n }
    expect(pendingEarnings({ ...input, delegator: dust, end: factors(2n * P27 - 1n, P27 - 1n) })).toEqual({
      stake: 1n,
      fees: 0n,
    })
  })
})

describe('earningsBetween', () => {
  const factor = fc.bigInt({ min: P27, max: 1_000n * P27 })
  const amount = fc.bigInt({ min: 0n, max: 10n ** 27n })

  test('later factors never mean less', () => {
    fc.assert(
      fc.property(
        amount,
        factor,
        factor,
        fc.bigInt({ min: 0n, max: P27 }),
        (bondedAmount, from, growth, fee) => {
          const start = factors(from, 0n)
          const end = factors(from + growth, fee)
          const grown = earningsBetween({ bondedAmount, fees: 0n }, start, end)
          const still = earningsBetween({ bondedAmount, fees: 0n }, start, start)
          expect(still).toEqual({ stake: bondedAmount, fees: 0n })
          expect(grown.stake >= bondedAmount && grown.fees >= 0n).toBe(true)
        },
      ),
    )
  })

  test('claiming half way never gives more than waiting', () => {
    fc.assert(
      fc.property(amount, factor, factor, factor, (bondedAmount, from, one, two) => {
        const [a, b, c] = [factors(from, 0n), factors(from + one, 0n), factors(from + one + two, 0n)]
        const halfWay = earningsBetween({ bondedAmount, fees: 0n }, a, b)
        const twice = earningsBetween({ bondedAmount: halfWay.stake, fees: 0n }, b, c)
        const once = earningsBetween({ bondedAmount, fees: 0n }, a, c)
        // Each rounding loses at most a wei per whole of growth, never the other way by more than rounding of factors.
        expect(twice.stake <= once.stake + 1n).toBe(true)
      }),
    )
  })

  test('factors of different blocks are refused, not turned into negative fees', () => {
    expect(() => earningsBetween({ bondedAmount: 1n, fees: 0n }, factors(P27, 2n), factors(P27, 1n))).toThrow(
      RangeError,
    )
  })
})

describe('past rounds', () => {
  const rows = [
    { round: 3n, ...factors(P27, 1n) },
    { round: 4n, ...factors(2n * P27, 0n) },
    { round: 6n, ...factors(0n, 5n) },
    { round: 7n, ...factors(4n * P27, 9n) },
  ]
  const rewards = [4n, 7n]
  const fees = [7n, 3n, 6n]

  test.each([
    [2n, factors(0n, 0n)],
    [3n, factors(P27, 1n)],
    [4n, factors(2n * P27, 1n)],
    [5n, factors(2n * P27, 1n)],
    [6n, factors(2n * P27, 5n)],
    [7n, factors(4n * P27, 9n)],
    [99n, factors(4n * P27, 9n)],
  ])('factors at the end of round %s', (round, expected) => {
    expect(factorsAtPastRound(rows, rewards, fees, round)).toEqual(expected)
  })

  test('before the last claim nothing can be said; at it, what is stored', () => {
    const delegator = { bondedAmount: 10n, fees: 1n, lastClaimRound: 5n }
    const end = factors(2n * P27, 0n)
    expect(pastEarnings(delegator, 4n, factors(P27, 0n), end)).toBeNull()
    expect(pastEarnings(delegator, 5n, factors(P27, 0n), end)).toEqual({ stake: 10n, fees: 1n })
    expect(pastEarnings(delegator, 6n, factors(P27, 0n), end)).toEqual({ stake: 20n, fees: 1n })
  })
})
