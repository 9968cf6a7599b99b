'use client'

import { type ComponentType, type ReactNode, useRef, useState } from 'react'
import type { ChartSpec } from '@/components/charts/chart-data'
import type { ChartScales } from '@/components/charts/chart-geometry'
import type { LiveChartProps } from '@/components/charts/live-chart'

/** Paths of this site that answer a chart's figures. */
export interface ChartSource {
  json: string
  csv: string
}

export interface ChartPlotProps {
  name: string
  /** null: to be fetched from `source`. */
  spec: ChartSpec | null
  source: ChartSource | null
  scales: ChartScales
  /** File name of the download, without its ending. */
  file: string
  valueAxis: ReactNode
  grid: ReactNode
  still: ReactNode
  foot: ReactNode
  /** What is marked in the drawing. */
  note: ReactNode
}

type Shown = 'drawing' | 'table'

/** Figures behind a drawing: what is newer than its scale reaches is left out. */
async function fetchSpec(path: string, { x: [first, last] }: ChartScales): Promise<ChartSpec> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`The chart's figures answered ${response.status}`)
  const spec = (await response.json()) as ChartSpec
  return { ...spec, points: spec.points.filter(({ at }) => at >= first && at <= last) }
}

/** Frame of a chart; fetches what reads it out when somebody shows interest, and puts the focus where they were going. */
export function ChartPlot(props: ChartPlotProps) {
  const { name, source, scales, file } = props
  const [fetched, setFetched] = useState<ChartSpec | null>(null)
  const asked = useRef<Promise<void> | null>(null)
  const spec = props.spec ?? fetched
  const [Live, setLive] = useState<ComponentType<LiveChartProps> | null>(null)
  const [Table, setTable] = useState<ComponentType<{ spec: ChartSpec }> | null>(null)
  const [shown, setShown] = useState<Shown>('drawing')
  const [failed, setFailed] = useState(false)
  const [focused, setFocused] = useState(false)

  const guard = (loading: Promise<unknown>) => {
    // Pointing, pressing and focus come together: the figures are asked for once.
    if (!spec && source) asked.current ??= fetchSpec(source.json, scales).then(setFetched)
    Promise.all([loading, asked.current]).then(
      () => setFailed(false),
      () => {
        asked.current = null
        setFailed(true)
      },
    )
  }
  const read = (byFocus: boolean) => {
    setFocused(byFocus)
    guard(import('@/components/charts/live-chart').then(({ LiveChart }) => setLive(() => LiveChart)))
  }
  const toggle = () => {
    setShown(shown === 'table' ? 'drawing' : 'table')
    if (!Table || !spec)
      guard(import('@/components/charts/chart-table').then((tools) => setTable(() => tools.ChartTable)))
  }
  const save = (whole: ChartSpec) =>
    guard(import('@/components/charts/chart-table').then(({ saveCsv }) => saveCsv(whole, file)))
  const link = 'rounded-sm underline decoration-line-control underline-offset-4 hover:decoration-ink'

  return (
    <>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] grid-rows-[12rem_1.75rem] gap-x-2 pt-3">
        {props.valueAxis}
        <div className="relative">
          {props.grid}
          {Live && spec ? (
            <Live spec={spec} scales={scales} focused={focused} />
          ) : (
            <>
              {props.still}
              <button
                type="button"
                aria-label={`Read the chart: ${name}`}
                className="needs-js absolute inset-0 rounded-sm"
                onPointerEnter={() => read(false)}
                onClick={() => read(true)}
                onFocus={() => read(true)}
              />
            </>
          )}
        </div>
        <span />
        {props.foot}
      </div>
      <div className="flex flex-wrap gap-x-4 text-small">
        <button
          type="button"
          onClick={toggle}
          aria-expanded={shown === 'table'}
          className={`needs-js ${link}`}
        >
          Table<span className="sr-only"> of {name}</span>
        </button>
        {props.spec ? (
          <button type="button" onClick={() => props.spec && save(props.spec)} className={`needs-js ${link}`}>
            CSV<span className="sr-only"> of {name}</span>
          </button>
        ) : (
          <a href={source?.csv} download className={link}>
            CSV<span className="sr-only"> of {name}</span>
          </a>
        )}
        {props.note && <span className="text-ink-quiet sm:ml-auto">{props.note}</span>}
        <span role="status" className="basis-full text-loss">
          {failed && 'This part of the page could not be loaded. Try again when you are online.'}
        </span>
      </div>
      {shown === 'table' && Table && spec && <Table spec={spec} />}
    </>
  )
}
