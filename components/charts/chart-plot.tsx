'use client'

import { type ComponentType, type ReactNode, useState } from 'react'
import type { ChartSpec } from '@/components/charts/chart-data'
import type { ChartScales } from '@/components/charts/chart-geometry'
import type { LiveChartProps } from '@/components/charts/live-chart'

export interface ChartPlotProps {
  spec: ChartSpec
  scales: ChartScales
  /** File name of the download, without its ending. */
  file: string
  valueAxis: ReactNode
  grid: ReactNode
  still: ReactNode
  foot: ReactNode
}

type Shown = 'drawing' | 'table'

/** Frame of a chart; fetches what reads it out when somebody shows interest, and puts the focus where they were going. */
export function ChartPlot(props: ChartPlotProps) {
  const { spec, scales, file } = props
  const [Live, setLive] = useState<ComponentType<LiveChartProps> | null>(null)
  const [Table, setTable] = useState<ComponentType<{ spec: ChartSpec }> | null>(null)
  const [shown, setShown] = useState<Shown>('drawing')
  const [failed, setFailed] = useState(false)
  const [focused, setFocused] = useState(false)

  const guard = (loading: Promise<void>) => {
    loading.then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  const read = (byFocus: boolean) => {
    setFocused(byFocus)
    guard(import('@/components/charts/live-chart').then(({ LiveChart }) => setLive(() => LiveChart)))
  }
  const toggle = () => {
    setShown(shown === 'table' ? 'drawing' : 'table')
    if (!Table)
      guard(import('@/components/charts/chart-table').then((tools) => setTable(() => tools.ChartTable)))
  }
  const save = () =>
    guard(import('@/components/charts/chart-table').then(({ saveCsv }) => saveCsv(spec, file)))
  const link = 'rounded-sm underline decoration-line-control underline-offset-4 hover:decoration-ink'

  return (
    <>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] grid-rows-[12rem_1.75rem] gap-x-2 pt-3">
        {props.valueAxis}
        <div className="relative">
          {props.grid}
          {Live ? (
            <Live spec={spec} scales={scales} focused={focused} />
          ) : (
            <>
              {props.still}
              <button
                type="button"
                aria-label={`Read the chart: ${spec.name}`}
                className="absolute inset-0 rounded-sm"
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
        <button type="button" onClick={toggle} aria-expanded={shown === 'table'} className={link}>
          Table<span className="sr-only"> of {spec.name}</span>
        </button>
        <button type="button" onClick={save} className={link}>
          CSV<span className="sr-only"> of {spec.name}</span>
        </button>
        <span role="status" className="text-loss">
          {failed && 'This part of the page could not be loaded. Try again when you are online.'}
        </span>
      </div>
      {shown === 'table' && Table && <Table spec={spec} />}
    </>
  )
}
