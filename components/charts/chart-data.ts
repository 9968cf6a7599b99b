import { csvCell, csvFile } from '@/lib/format/csv'

/**
 * One point of a chart. `value` is where it is drawn, a plain number good for positions only; `text` is the exact
 * figure in words and is what every read-out, table and file shows.
 */
export interface ChartPoint {
  /** Unix seconds, or a round number: see `ChartSpec.axis`. */
  at: number
  /** null: not known, or nothing happened that could be measured; drawn as a gap, never as zero. */
  value: number | null
  text: string
  /** When or which round, in words. */
  label: string
  /** Shorter, where the axis has room for one of two parts only. */
  tick?: string
  /** The running day or round: drawn hatched or hollow, never joined to the whole ones. */
  partial?: boolean
}

export type ChartKind = 'line' | 'step' | 'bar'

/** Wei as a number good for positions only: tokens, to a billionth. */
export function plottedWei(wei: bigint): number {
  return Number(wei / 1_000_000_000n) / 1e9
}

/** Everything a chart is drawn from; plain data, so that it can be handed from the server to the browser. */
export interface ChartSpec {
  /** What is drawn, as a heading would say it. */
  name: string
  kind: ChartKind
  /** Column heads of the table and the file. */
  axis: { name: string }
  unit: string
  /** In order of `at`, without repeats. */
  points: readonly ChartPoint[]
  /** Lines that mean something: a target, a quorum. Values on the same scale as the points. */
  marks?: readonly { value: number; label: string }[]
  /** Whether the scale starts at zero; bars always do. */
  fromZero?: boolean
  /** Ticks of the value axis in words. */
  tickText: readonly { value: number; text: string }[]
}

/**
 * Steps of an axis at round figures (1, 2, 2.5 or 5 times a power of ten), covering `low` to `high`.
 * @returns ascending values, at least two; equal ends are widened first
 */
export function niceTicks(low: number, high: number, most = 5): number[] {
  const flat = high === low
  const from = flat ? Math.min(low, low - Math.abs(low) * 0.1) : low
  const to = flat ? Math.max(high, high + Math.abs(high) * 0.1, from + 1e-9) : high
  const rough = (to - from) / Math.max(1, most - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((by) => by * power).find((size) => size >= rough * 0.999) ?? rough
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  // Multiples of the step: sums of it would gather rounding errors.
  return Array.from({ length: Math.max(2, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

const tick = /^(\D*[\d,]+)(?:\.(\d+))?(\D*)$/

/** Texts of one axis with as many decimals each: 0.5% beside 0.25% is 0.50%. Those of another unit (800k beside 1.5M) stay. */
export function evenTicks(ticks: ChartSpec['tickText']): ChartSpec['tickText'] {
  const parts = ticks.map(({ text }) => tick.exec(text))
  const unit = parts[0]?.[3]
  if (parts.some((part) => part === null || part[3] !== unit)) return ticks
  const most = Math.max(...parts.map((part) => part?.[2]?.length ?? 0))
  if (most === 0) return ticks
  return ticks.map(({ value }, place) => {
    const [, whole = '', decimals = ''] = parts[place] ?? []
    return { value, text: `${whole}.${decimals.padEnd(most, '0')}${unit}` }
  })
}

/** The values a scale has to cover: points and marks; zero for bars. null: nothing is known. */
export function valueRange(
  spec: Pick<ChartSpec, 'points' | 'marks' | 'kind' | 'fromZero'>,
): [number, number] | null {
  const values = spec.points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  const all = [...values, ...(spec.marks ?? []).map(({ value }) => value)]
  if (spec.kind === 'bar' || spec.fromZero) all.push(0)
  return [Math.min(...all), Math.max(...all)]
}

/**
 * Adds a point without a value wherever two neighbours are further apart than one step, so that missing days are
 * drawn as gaps and not bridged.
 * @param step distance of neighbours, in the unit of `at`
 */
export function withGaps(
  points: readonly ChartPoint[],
  step: number,
  missing: (at: number) => Pick<ChartPoint, 'text' | 'label'>,
): ChartPoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    if (!before) return [point]
    const lacking = Math.round((point.at - before.at) / step) - 1
    const gaps = Array.from({ length: Math.max(0, lacking) }, (_, place) => {
      const at = before.at + step * (place + 1)
      return { at, value: null, ...missing(at) }
    })
    return [...gaps, point]
  })
}

/** A chart as comma-separated values: one row a point, the partial one marked; the exact figures, not the plotted ones. */
export function chartCsv(spec: ChartSpec): string {
  const rows = [
    [spec.axis.name, `${spec.name} (${spec.unit})`, 'Complete'],
    ...spec.points.map(({ label, text, value, partial }) => [
      label,
      value === null ? '' : text,
      partial ? 'no' : 'yes',
    ]),
  ]
  return csvFile(rows.map((row) => row.map(csvCell)))
}
