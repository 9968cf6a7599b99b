import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChartPoint,
  chartCsv,
  evenTicks,
  niceTicks,
  valueRange,
  withGaps,
} from '@/components/charts/chart-data'

const point = (at: number, value: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  at,
  value,
  text: value === null ? '—' : `${value} LPT`,
  label: `day ${at}`,
  ...more,
})

describe('niceTicks', () => {
  it.each([
    [0, 100, [0, 25, 50, 75, 100]],
    [0, 7, [0, 2, 4, 6, 8]],
    [-3, 5, [-4, -2, 0, 2, 4, 6]],
    [0.01, 0.012, [0.01, 0.0105, 0.011, 0.0115, 0.012]],
    [26_000_000, 27_000_000, [26_000_000, 26_250_000, 26_500_000, 26_750_000, 27_000_000]],
  ])('of %d to %d', (low, high, ticks) => {
    expect(niceTicks(low, high)).toEqual(ticks)
  })

  it('covers any range in ascending steps, equal ends too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (low, more) => {
        const ticks = niceTicks(low, low + more)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks[0]).toBeLessThanOrEqual(low)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + more)
        expect(ticks).toEqual([...new Set(ticks)].toSorted((left, right) => left - right))
      }),
    )
  })
})

describe('valueRange', () => {
  it('is null when nothing is known, so that an empty chart is no flat line at zero', () => {
    expect(valueRange({ kind: 'line', points: [point(1, null)] })).toBeNull()
  })
  it('holds marks, and zero for bars', () => {
    const points = [point(1, 40), point(2, 45)]
    expect(valueRange({ kind: 'line', points, marks: [{ value: 50, label: 'target' }] })).toEqual([40, 50])
    expect(valueRange({ kind: 'bar', points })).toEqual([0, 45])
    expect(valueRange({ kind: 'line', points, fromZero: true })).toEqual([0, 45])
  })
})

describe('withGaps', () => {
  it('puts a point without a value where a day is missing', () => {
    const filled = withGaps([point(0, 1), point(1, 2), point(4, 3)], 1, (at) => ({
      text: 'no row',
      label: `${at}`,
    }))
    expect(filled.map(({ at, value }) => [at, value])).toEqual([
      [0, 1],
      [1, 2],
      [2, null],
      [3, null],
      [4, 3],
    ])
  })
  it('leaves complete series alone', () => {
    const points = [point(10, 1), point(20, 2)]
    expect(withGaps(points, 10, () => ({ text: '', label: '' }))).toEqual(points)
  })
})

describe('chartCsv', () => {
  it('writes the exact texts, leaves unknown cells empty and marks what still runs', () => {
    const csv = chartCsv({
      name: 'Fees',
      kind: 'bar',
      axis: { name: 'Day' },
      unit: 'ETH',
      tickText: [],
      points: [
        point(1, 1, { text: '1,234.5 ETH' }),
        point(2, null),
        point(3, 2, { partial: true, label: '=SUM(A1)' }),
      ],
    })
    expect(csv).toBe(
      'Day,Fees (ETH),Complete\r\nday 1,"1,234.5 ETH",yes\r\nday 2,,yes\r\n\'=SUM(A1),2 LPT,no\r\n',
    )
  })
})

describe('evenTicks', () => {
  const even = (...texts: string[]) =>
    evenTicks(texts.map((text, value) => ({ value, text }))).map(({ text }) => text)
  it('gives all of an axis the same decimals', () => {
    expect(even('0%', '0.25%', '0.5%', '1%')).toEqual(['0.00%', '0.25%', '0.50%', '1.00%'])
    expect(even('$2', '$2.5')).toEqual(['$2.0', '$2.5'])
    expect(even('1,000', '1,500.5')).toEqual(['1,000.0', '1,500.5'])
    expect(even('-0.5', '0')).toEqual(['-0.5', '0.0'])
  })
  it('leaves whole numbers, other units and words as they are', () => {
    expect(even('0', '50', '100')).toEqual(['0', '50', '100'])
    expect(even('0', '800k', '1.5M')).toEqual(['0', '800k', '1.5M'])
    expect(even('none', '0.5')).toEqual(['none', '0.5'])
    expect(even()).toEqual([])
  })
})
