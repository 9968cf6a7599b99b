import type { ChartPoint, ChartSpec } from '@/components/charts/chart-data'

/** Ends of both scales, in the units of the data. */
export interface ChartScales {
  x: [number, number]
  y: [number, number]
}

/** The least distance of neighbours: the width that one bar has on the axis. */
export function stepOf(points: readonly ChartPoint[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 1; index < points.length; index += 1) {
    const before = points[index - 1]
    const point = points[index]
    if (before && point) least = Math.min(least, point.at - before.at)
  }
  return Number.isFinite(least) && least > 0 ? least : 1
}

/** Scales of a drawing: bars get half a step of room at both ends, lines none. */
export function scalesOf(spec: ChartSpec): ChartScales {
  const ticks = spec.tickText.map(({ value }) => value)
  const first = spec.points[0]?.at ?? 0
  const last = spec.points.at(-1)?.at ?? first
  const room = spec.kind === 'bar' ? stepOf(spec.points) / 2 : first === last ? 1 : 0
  return { x: [first - room, last + room], y: [Math.min(...ticks), Math.max(...ticks)] }
}

/** Where a value stands between the ends of its scale, 0 to 100. */
export function placeOn([low, high]: readonly [number, number], value: number): number {
  return high === low ? 50 : ((value - low) / (high - low)) * 100
}

const short = (value: number) => String(Number(value.toFixed(2)))

/**
 * The line as an SVG path in a box of 100 by 100, y downward. Every gap starts a new piece; a piece of one point is a
 * dash of its own. Partial points are left out.
 */
export function linePath(spec: ChartSpec, scales: ChartScales): string {
  let path = ''
  let open = false
  for (const { at, value, partial } of spec.points) {
    if (value === null || partial) {
      open = false
      continue
    }
    const x = short(placeOn(scales.x, at))
    const y = short(100 - placeOn(scales.y, value))
    if (!open) path += `M${x} ${y}h0.01`
    else path += spec.kind === 'step' ? `H${x}V${y}` : `L${x} ${y}`
    open = true
  }
  return path
}

export interface BarBox {
  at: number
  x: number
  y: number
  width: number
  height: number
  partial: boolean
}

/** The bars as boxes of the same 100 by 100; unknown values have none. */
export function barBoxes(spec: ChartSpec, scales: ChartScales): BarBox[] {
  const width = placeOn(scales.x, scales.x[0] + stepOf(spec.points)) * 0.72
  const zero = 100 - placeOn(scales.y, 0)
  return spec.points.flatMap(({ at, value, partial }) => {
    if (value === null) return []
    const top = 100 - placeOn(scales.y, value)
    return [
      {
        at,
        x: placeOn(scales.x, at) - width / 2,
        y: Math.min(top, zero),
        width,
        height: Math.abs(zero - top),
        partial: partial === true,
      },
    ]
  })
}

/** Labels of the horizontal axis: both ends and evenly picked points between them, each with its place, 0 to 100. */
export function axisLabels(
  points: readonly ChartPoint[],
  scales: ChartScales,
  most = 4,
): { label: string; place: number }[] {
  const last = points.length - 1
  if (last < 0) return []
  const count = Math.min(most, points.length)
  const picked = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * last) / (count - 1)),
  )
  return picked.flatMap((index) => {
    const point = points[index]
    return point ? [{ label: point.label, place: placeOn(scales.x, point.at) }] : []
  })
}
