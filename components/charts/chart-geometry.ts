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

/** Decimals of a place in the box: many points need fewer, as neighbours are less than a pixel apart. */
const short = (value: number, places: number) => String(Number(value.toFixed(places)))
const placesFor = (spec: ChartSpec) => (spec.points.length > 400 ? 1 : 2)

/**
 * The line as an SVG path in a box of 100 by 100, y downward. Every gap starts a new piece; a piece of one point is a
 * dash of its own. Partial points are left out.
 */
export function linePath(spec: ChartSpec, scales: ChartScales): string {
  const places = placesFor(spec)
  let path = ''
  let open = false
  let drawn = ''
  for (const { at, value, partial } of spec.points) {
    if (value === null || partial) {
      open = false
      continue
    }
    const x = short(placeOn(scales.x, at), places)
    const y = short(100 - placeOn(scales.y, value), places)
    const place = `${x} ${y}`
    if (!open) path += `M${place}h0.01`
    else if (place !== drawn) path += spec.kind === 'step' ? `H${x}V${y}` : `L${x} ${y}`
    open = true
    drawn = place
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

/** Whole bars as one SVG path of the same box: a thousand elements would be heavier than all else on the page. */
export function barPath(spec: ChartSpec, scales: ChartScales): string {
  const places = placesFor(spec)
  const at = (value: number) => short(value, places)
  return barBoxes(spec, scales)
    .filter((bar) => !bar.partial && bar.height > 0)
    .map(({ x, y, width, height }) => `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`)
    .join('')
}

/** How much of the drawing's width and height the label of a mark takes, about, in percent; it stands on its line. */
const labelWidth = 35
const labelHeight = 13

/** The end of a mark's line where its label covers less of what is drawn: the right one, if it is the same. */
export function markSide(spec: ChartSpec, scales: ChartScales, value: number): 'left' | 'right' {
  const mark = placeOn(scales.y, value)
  const top = (point: ChartPoint) => (point.value === null ? null : placeOn(scales.y, point.value) - mark)
  const covered = (from: number, to: number) =>
    spec.points.filter((point) => {
      const above = top(point)
      const place = placeOn(scales.x, point.at)
      if (above === null || place < from || place > to) return false
      return above > -2 && (spec.kind === 'bar' || above < labelHeight)
    }).length
  return covered(100 - labelWidth, 100) > covered(0, labelWidth) ? 'left' : 'right'
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
    return point ? [{ label: point.tick ?? point.label, place: placeOn(scales.x, point.at) }] : []
  })
}
