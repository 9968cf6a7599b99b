import { type ReactNode, useId } from 'react'
import { type ChartSpec, evenTicks, valueRange } from '@/components/charts/chart-data'
import {
  axisLabels,
  barBoxes,
  barPath,
  type ChartScales,
  linePath,
  markSide,
  placeOn,
  scalesOf,
} from '@/components/charts/chart-geometry'
import { ChartPlot, type ChartSource } from '@/components/charts/chart-plot'

export interface ChartProps {
  spec: ChartSpec
  /** The newest whole figure in words, beside the name. */
  figure?: ReactNode
  /** The same with what it means, on a line of its own. */
  headline?: ReactNode
  /** Links that choose the range. */
  ranges?: ReactNode
  /** Said instead of the drawing when no value is known. */
  empty: string
  /** File name of the download, without its ending. */
  file: string
  /**
   * Where the same figures can be had as data (`ChartSpec`) and as a file. Given, they are not in the page: it carries the drawing
   * only, and whoever reads the chart out fetches them.
   */
  source?: ChartSource
}

interface Drawn {
  spec: ChartSpec
  scales: ChartScales
}

function ValueAxis({ spec, scales }: Drawn) {
  const ticks = evenTicks(spec.tickText)
  const widest = Math.max(...ticks.map(({ text }) => text.length))
  return (
    <span
      className="relative block h-full text-right text-small text-ink-quiet"
      style={{ width: `${widest}ch` }}
      aria-hidden="true"
    >
      {ticks.map(({ value, text }) => (
        <span
          key={value}
          className="absolute right-0 translate-y-1/2 whitespace-nowrap"
          style={{ bottom: `${placeOn(scales.y, value)}%` }}
        >
          {text}
        </span>
      ))}
    </span>
  )
}

function Grid({ spec, scales }: Drawn) {
  return (
    <span className="pointer-events-none absolute inset-0 block" aria-hidden="true">
      {spec.tickText.map(({ value }) => (
        <span
          key={value}
          className="absolute inset-x-0 border-t"
          style={{ bottom: `${placeOn(scales.y, value)}%` }}
        />
      ))}
      {(spec.marks ?? []).map(({ value, label }) => (
        <span
          key={label}
          className="absolute inset-x-0 border-t border-dashed border-line-control text-small text-ink-quiet"
          style={{ bottom: `${placeOn(scales.y, value)}%` }}
        >
          <span
            className={`absolute bottom-0 rounded-sm bg-ground px-1 ${markSide(spec, scales, value) === 'left' ? 'left-0' : 'right-0'}`}
          >
            {label}
          </span>
        </span>
      ))}
    </span>
  )
}

/** Labels of the points: the ends stay inside, those between vanish where the chart is narrow. */
function PointAxis({ spec, scales }: Drawn) {
  const labels = axisLabels(spec.points, scales)
  const side = (index: number) => {
    if (index === 0) return { place: 0, look: '' }
    if (index === labels.length - 1) return { place: 100, look: '-translate-x-full' }
    return { place: labels[index]?.place ?? 0, look: '-translate-x-1/2 @max-md:hidden' }
  }
  return (
    <span className="relative block h-full text-small text-ink-quiet" aria-hidden="true">
      {labels.map(({ label }, index) => (
        <span
          key={label}
          className={`absolute top-1 whitespace-nowrap ${side(index).look}`}
          style={{ left: `${side(index).place}%` }}
        >
          {label}
        </span>
      ))}
    </span>
  )
}

function StillPlot({ spec, scales }: Drawn) {
  const partial = spec.points.find((point) => point.partial && point.value !== null)
  return (
    <>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
        aria-hidden="true"
      >
        {spec.kind === 'bar' ? (
          <path d={barPath(spec, scales)} className="fill-accent" />
        ) : (
          <path
            d={linePath(spec, scales)}
            fill="none"
            vectorEffect="non-scaling-stroke"
            strokeLinejoin="round"
            strokeLinecap="round"
            className="stroke-accent stroke-2"
          />
        )}
      </svg>
      {spec.kind === 'bar' &&
        barBoxes(spec, scales)
          .filter((bar) => bar.partial)
          .map(({ at, x, y, width, height }) => (
            <span
              key={at}
              className="chart-hatch absolute"
              style={{ left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` }}
            />
          ))}
      {spec.kind !== 'bar' && partial && partial.value !== null && (
        <span
          className="absolute size-2 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-accent bg-panel"
          style={{
            left: `${placeOn(scales.x, partial.at)}%`,
            bottom: `${placeOn(scales.y, partial.value)}%`,
          }}
        />
      )}
    </>
  )
}

/**
 * A chart whose first paint is drawn on the server, in space that never moves. Pointing at it, touching it or reaching
 * it by keyboard brings the library that reads it out; a table and a file of the same figures are one press away.
 * One hue: what a line means is said by its name, marks are labelled where they stand.
 */
export function Chart({ spec, figure, headline, ranges, empty, file, source }: ChartProps) {
  const titleId = useId()
  const known = valueRange(spec) !== null
  const scales = scalesOf(spec)
  const partial = spec.points.some((point) => point.partial && point.value !== null)
  return (
    <figure aria-labelledby={titleId} className="@container flex min-w-0 flex-col gap-2">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span id={titleId} className="font-semibold">
            {spec.name}
          </span>
          <span className="text-small text-ink-quiet">{spec.unit}</span>
          {figure && <span className="font-medium">{figure}</span>}
        </span>
        {ranges}
        {headline && <span className="basis-full">{headline}</span>}
      </figcaption>
      {known ? (
        <ChartPlot
          key={source?.json}
          name={spec.name}
          spec={source ? null : spec}
          source={source ?? null}
          scales={scales}
          file={file}
          valueAxis={<ValueAxis spec={spec} scales={scales} />}
          grid={<Grid spec={spec} scales={scales} />}
          still={<StillPlot spec={spec} scales={scales} />}
          foot={<PointAxis spec={spec} scales={scales} />}
          note={
            partial &&
            `${spec.kind === 'bar' ? 'Hatched' : 'The hollow point'}: still running, not a whole one.`
          }
        />
      ) : (
        <p className="flex h-48 items-center justify-center rounded border border-dashed px-6 text-center text-ink-quiet">
          {empty}
        </p>
      )}
    </figure>
  )
}
