import { describe, expect, it } from 'vitest'
import type { ChartKind, ChartPoint, ChartSpec } from '@/components/charts/chart-data'
import {
  axisLabels,
  barBoxes,
  linePath,
  markSide,
  placeOn,
  scalesOf,
  stepOf,
} from '@/components/charts/chart-geometry'

const spec = (
  kind: ChartKind,
  values: readonly (number | null)[],
  more: Partial<ChartPoint> = {},
): ChartSpec => ({
  name: 'Stake',
  kind,
  axis: { name: 'Round' },
  unit: 'LPT',
  points: values.map((value, at) => ({
    at,
    value,
    text: String(value),
    label: `round ${at}`,
    ...(at === values.length - 1 ? more : {}),
  })),
  tickText: [
    { value: 0, text: '0' },
    { value: 10, text: '10' },
  ],
})

describe('a line', () => {
  it('runs from corner to corner', () => {
    const line = spec('line', [0, 5, 10])
    expect(linePath(line, scalesOf(line))).toBe('M0 100h0.01L50 50L100 0')
  })
  it('is broken where a value is missing, and does not reach what still runs', () => {
    const line = spec('line', [0, null, 10, 10, 5], { partial: true })
    expect(linePath(line, scalesOf(line))).toBe('M0 100h0.01M50 0h0.01L75 0')
  })
  it('as steps holds its value until the next', () => {
    const line = spec('step', [0, 10])
    expect(linePath(line, scalesOf(line))).toBe('M0 100h0.01H100V0')
  })
})

describe('bars', () => {
  it('stand on zero, stay inside and know which still runs', () => {
    const bars = spec('bar', [10, null, 5], { partial: true })
    const boxes = barBoxes(bars, scalesOf(bars))
    expect(boxes.map(({ at, partial }) => [at, partial])).toEqual([
      [0, false],
      [2, true],
    ])
    for (const { x, y, width, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(100)
      expect(y + height).toBeCloseTo(100)
    }
    expect(boxes[1]?.height).toBeCloseTo(50)
  })
})

describe('the axes', () => {
  it('take the smallest distance of neighbours as one step', () => {
    expect(stepOf([0, 86_400, 86_400 * 8].map((at) => ({ at, value: 1, text: '', label: '' })))).toBe(86_400)
    expect(stepOf([])).toBe(1)
  })
  it('name both ends', () => {
    const line = spec('line', [1, 2, 3, 4, 5, 6, 7])
    expect(axisLabels(line.points, scalesOf(line)).map(({ label, place }) => [label, place])).toEqual([
      ['round 0', 0],
      ['round 2', placeOn([0, 6], 2)],
      ['round 4', placeOn([0, 6], 4)],
      ['round 6', 100],
    ])
  })
  it('stand in the middle when a scale has no length', () => {
    expect(placeOn([3, 3], 3)).toBe(50)
  })
})

describe('the label of a mark', () => {
  const side = (kind: ChartKind, values: readonly (number | null)[]) => {
    const drawn = spec(kind, values)
    return markSide(drawn, scalesOf(drawn), 5)
  }
  it('stands at the right, unless the line runs through it there and not at the left', () => {
    expect(side('line', [1, 2, 8, 9])).toBe('right')
    expect(side('line', [1, 2, 3, 5.5])).toBe('left')
    expect(side('line', [5.5, 2, 3, 5.5])).toBe('right')
  })
  it('keeps off bars that reach over it, and minds no gaps', () => {
    expect(side('bar', [1, 1, 1, 9])).toBe('left')
    expect(side('bar', [9, 1, 1, null])).toBe('right')
  })
})
