import { describe, expect, it } from 'vitest'
import { P9, P27 } from './fixed-point'
import { elapsedRounds, ledgerTotals, ledgerTotalsBy, stakeGrowth, yieldOfGrowth } from './ledger-totals'

const line = (over: Partial<Parameters<typeof ledgerTotals>[0][number]> = {}) => ({
  startStake: 100n,
  reward: 10n,
  fees: 3n,
  principalIn: 0n,
  principalOut: 0n,
  slashed: 0n,
  withdrawnFees: 0n,
  missed: false,
  early: false,
  missedCost: null,
  ...over,
})

describe('totals of a ledger', () => {
  it('add up and count', () => {
    const totals = ledgerTotals([
      line({ principalIn: 50n }),
      line({ reward: 0n, missed: true, missedCost: 7n, principalOut: 20n }),
      line({ reward: 0n, early: true, missedCost: 1n, withdrawnFees: 2n }),
    ])
    expect(totals).toMatchObject({
      rounds: 3,
      reward: 10n,
      fees: 9n,
      principalIn: 50n,
      principalOut: 20n,
      withdrawnFees: 2n,
      missedRounds: 1,
      earlyRounds: 1,
      missedCost: 8n,
    })
  })

  it('compound the growth of each round, whatever was put in or taken out between them', () => {
    const lines = [line(), line({ startStake: 1_000n, reward: 100n }), line({ startStake: 0n, reward: 0n })]
    expect(stakeGrowth(lines)).toBe((P27 * 121n) / 100n)
    expect(yieldOfGrowth(stakeGrowth(lines))).toBe((P9 * 21n) / 100n)
    expect(stakeGrowth([])).toBe(P27)
  })

  it('count the rounds that passed with stake, those without a line among them', () => {
    const at = (round: bigint, startStake = 1n) => ({ round, startStake })
    expect(elapsedRounds([at(10n), at(11n), at(15n), at(16n, 0n), at(17n)])).toBe(7n)
    expect(elapsedRounds([])).toBe(0n)
  })

  it('of groups are totals of their lines, and together those of all', () => {
    const lines = [1n, 2n, 3n, 4n].map((reward) => line({ reward }))
    const groups = ledgerTotalsBy(lines, ({ reward }) => (reward < 3n ? 'a' : 'b'))
    expect(groups.map(({ key, totals }) => [key, totals.reward])).toEqual([
      ['a', 3n],
      ['b', 7n],
    ])
  })
})
