import { describe, expect, it } from 'vitest'
import { P9 } from '@/lib/protocol/fixed-point'
import { inflationChart, mostRoundsAhead, parseWhatIf, rateText, supplyChart, whatIf } from './what-if'

const LPT = 10n ** 18n
const minter = {
  inflationP9: 560_000n,
  inflationChangeP9: 500n,
  targetBondingRateP9: 500_000_000n,
  activeStake: 26_000_000n * LPT,
  supply: 50_000_000n * LPT,
}

describe('the link', () => {
  it.each([
    [{}, { bondedP9: null, rounds: 412 }],
    [
      { bonded: '', rounds: ' ' },
      { bondedP9: null, rounds: 412 },
    ],
    [
      { bonded: '52.3', rounds: '10' },
      { bondedP9: 523_000_000n, rounds: 10 },
    ],
    [
      { bonded: ' 50 % ', rounds: '1' },
      { bondedP9: 500_000_000n, rounds: 1 },
    ],
    [{ bonded: '0' }, { bondedP9: 0n, rounds: 412 }],
    [{ bonded: '100.0000000' }, { bondedP9: P9, rounds: 412 }],
    [{ rounds: `${mostRoundsAhead}` }, { bondedP9: null, rounds: mostRoundsAhead }],
  ])('%o is understood', (params, expected) => {
    expect(parseWhatIf(params)).toEqual({ ...expected, objection: null })
  })

  it.each([
    [{ bonded: '100.0000001' }, /percentage/],
    [{ bonded: '1e1' }, /percentage/],
    [{ bonded: '-1' }, /percentage/],
    [{ bonded: '52,3' }, /percentage/],
    [{ bonded: '9'.repeat(400) }, /percentage/],
    [{ rounds: '0' }, /whole number/],
    [{ rounds: `${mostRoundsAhead + 1}` }, /whole number/],
    [{ rounds: '1.5' }, /whole number/],
  ])('%o is refused with a sentence and the usual is shown', (params, sentence) => {
    const ask = parseWhatIf(params)
    expect(ask.objection).toMatch(sentence)
    expect(ask).toMatchObject({ bondedP9: null, rounds: 412 })
  })

  it('writes a rate back as it was typed', () => {
    expect(rateText(523_000_000n)).toBe('52.3')
    expect(rateText(P9)).toBe('100')
  })
})

describe('the path', () => {
  it('falls by one step a round above the target, down to zero and no further', () => {
    const result = whatIf(minter, { bondedP9: 600_000_000n, rounds: 2_000, objection: null }, 6_377n)
    expect(result.path[0]?.inflationP9).toBe(559_500n)
    expect(result.inflationThenP9).toBe(0n)
    expect(result.path.filter(({ inflationP9 }) => inflationP9 > 0n)).toHaveLength(1_119)
    expect(result.supplyThenWei).toBe(result.path.at(-1)?.supplyAfter)
    expect(result.seconds).toBe(2_000n * 6_377n * 12n)
  })

  it('stands still on target and rises below it; without a wish today’s share is held', () => {
    const still = whatIf(minter, { bondedP9: 500_000_000n, rounds: 3, objection: null }, 6_377n)
    expect(still.inflationThenP9).toBe(minter.inflationP9)
    const up = whatIf(minter, { bondedP9: 0n, rounds: 3, objection: null }, 6_377n)
    expect(up.inflationThenP9).toBe(minter.inflationP9 + 1_500n)
    const today = whatIf(minter, { bondedP9: null, rounds: 1, objection: null }, 6_377n)
    expect(today.bondedP9).toBe(520_000_000n)
  })

  it('draws at most 120 points, the last one among them, with exact figures', () => {
    const result = whatIf(minter, { bondedP9: null, rounds: 412, objection: null }, 6_377n)
    for (const chart of [inflationChart(result, 4_250), supplyChart(result, 4_250)]) {
      expect(chart.points.length).toBeLessThanOrEqual(120)
      expect(chart.points.at(-1)?.at).toBe(4_250 + 412)
      expect(chart.points.every(({ value }) => value !== null && Number.isFinite(value))).toBe(true)
    }
    expect(inflationChart(result, 4_250).points.at(-1)?.text).toBe('0.0354%')
  })
})
