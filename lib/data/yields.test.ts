import { describe, expect, it } from 'vitest'
import { cutsByOrchestrator } from '@/lib/data/cut-history'
import type { OrchestratorHistory } from '@/lib/data/orchestrator-history'
import type { LastRounds } from '@/lib/data/yield-starts'
import { type FactorHints, factorQuestion, settledFactors, yieldFigure } from '@/lib/data/yields'
import { P27 } from '@/lib/protocol/fixed-point'

const address = `0x${'a'.repeat(40)}` as const
const indexedAt = { block: 1, timestamp: 1 }
const member = { address, lastRewardRound: 100, activationRound: 1, deactivationRound: null }

function hints(rewarded: number[], feeRounds: number[], earlier: LastRounds | null): FactorHints {
  const history: OrchestratorHistory = {
    address,
    candidate: { registered: true, activationRound: '1', deactivationRound: '50' },
    serviceUri: null,
    fees90dWei: 0n,
    rewardRows: [
      ...rewarded.map((round) => ({ round: BigInt(round), rewarded: true })),
      { round: 95n, rewarded: false },
    ],
    feeRounds,
  }
  return {
    histories: { byAddress: new Map([[address, history]]), indexedAt },
    starts: { round: 9, byAddress: new Map(earlier ? [[address, earlier]] : []), indexedAt },
  }
}

describe('where to look for factors in force', () => {
  it('takes the last reward and the last fees up to the round, a missed round apart', () => {
    const known = hints([90, 94, 96, 100], [80, 97], { reward: 8, fee: 3 })
    expect(factorQuestion(member, 95, known)).toEqual({
      address,
      rewardFrom: 94,
      feeFrom: 80,
      feesKnown: true,
    })
    expect(factorQuestion(member, 9, known)).toEqual({ address, rewardFrom: 8, feeFrom: 3, feesKnown: true })
    expect(factorQuestion(member, 79, known)).toMatchObject({ rewardFrom: 8, feeFrom: 3 })
  })

  it('trusts the chain for the last reward of all', () => {
    expect(factorQuestion(member, 100, hints([], [], null)).rewardFrom).toBe(100)
    expect(factorQuestion(member, 107, hints([], [], null)).rewardFrom).toBe(100)
    expect(factorQuestion({ ...member, lastRewardRound: 0 }, 95, hints([], [], null)).rewardFrom).toBe(0)
  })

  it('starts at the round itself without the index', () => {
    const none = { histories: null, starts: null }
    expect(factorQuestion(member, 95, none)).toEqual({
      address,
      rewardFrom: 95,
      feeFrom: 95,
      feesKnown: false,
    })
  })
})

describe('a yield of what was found', () => {
  const span = { startRound: 60n, endRound: 90n, rounds: 30n }
  const both = (reward: bigint, fee: bigint) => ({ rewardFactorP27: reward, feeFactorP27: fee })

  it('reads a question from round 0 as "none yet", any other without an answer as unknown', () => {
    const question = { address, rewardFrom: 0, feeFrom: 5, feesKnown: false }
    expect(settledFactors(question, undefined)).toEqual({ rewardFactorP27: 0n, feeFactorP27: null })
    expect(settledFactors({ ...question, rewardFrom: 4 }, both(P27, 2n))).toEqual(both(P27, 2n))
  })

  it('takes no factor at the round of the last fees for a fee share of zero, not for an unknown figure', () => {
    const question = { address, rewardFrom: 4, feeFrom: 5, feesKnown: true }
    const nothing = { rewardFactorP27: P27, feeFactorP27: null }
    expect(settledFactors(question, nothing).feeFactorP27).toBe(0n)
    expect(settledFactors(question, undefined).feeFactorP27).toBeNull()
    expect(settledFactors({ ...question, feesKnown: false }, nothing).feeFactorP27).toBeNull()
  })

  it('is known with its length, of the span and of a year', () => {
    const figure = yieldFigure(span, both(0n, 0n), both((P27 * 102n) / 100n, P27 / 50n), 6_377n)
    expect(figure).toMatchObject({ state: 'known', rounds: 30, lptP27: P27 / 50n, ethPerLptP27: P27 / 50n })
    // 2 % in 30 rounds of 76,524 s, thirteen times over in a year of 412.1 rounds: 1.02^13.74 − 1.
    expect(figure.state === 'known' && figure.yearlyLptP9 / 1_000_000n).toBe(312n)
  })

  it('keeps rewards when only the fee factors are missing, and is unknown without the others', () => {
    const fees = { rewardFactorP27: P27, feeFactorP27: null }
    expect(yieldFigure(span, fees, both(P27 * 2n, 9n), 6_377n)).toMatchObject({
      lptP27: P27,
      ethPerLptP27: null,
      yearlyEthPerLptP27: null,
    })
    const rewards = { rewardFactorP27: null, feeFactorP27: 0n }
    expect(yieldFigure(span, rewards, both(P27, 0n), 6_377n).state).toBe('unknown')
  })
})

it('sorts cuts by orchestrator, oldest first', () => {
  const row = (id: string, timestamp: number, rewardCut: string) => ({
    timestamp,
    delegate: { id },
    rewardCut,
    feeShare: '1000000',
  })
  const cuts = cutsByOrchestrator([row('a', 5, '7'), row('b', 4, '0'), row('a', 2, '9')])
  expect(cuts.get('a')?.map(({ rewardCutP6 }) => rewardCutP6)).toEqual([9n, 7n])
  expect(cuts.get('b')).toHaveLength(1)
})
