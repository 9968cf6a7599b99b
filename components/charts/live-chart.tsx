'use client'

import { useEffect, useId, useRef } from 'react'
import { Bar, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { ChartPoint, ChartSpec } from '@/components/charts/chart-data'
import { type ChartScales, stepOf } from '@/components/charts/chart-geometry'

export interface LiveChartProps {
  spec: ChartSpec
  scales: ChartScales
  /** Whether the keyboard was on the still drawing: then it goes on here. */
  focused: boolean
}

interface ReadOutProps {
  active?: boolean
  payload?: readonly { payload?: unknown }[]
}

const isPoint = (value: unknown): value is ChartPoint =>
  typeof value === 'object' && value !== null && 'label' in value && 'text' in value

function ReadOut({ active, payload }: ReadOutProps) {
  const point = payload?.[0]?.payload
  if (!active || !isPoint(point)) return null
  return (
    <div role="status" className="rounded bg-raised px-3 py-2 text-small shadow-float">
      <div className="text-ink-quiet">
        {point.label}
        {point.partial && ', still running'}
      </div>
      <div className="font-medium">{point.text}</div>
    </div>
  )
}

interface Row extends ChartPoint {
  whole: number | null
  running: number | null
  /** Every point can be pointed at, a gap as well: it then says why there is no value. */
  touch: number
}

/**
 * The chart that can be read out: crosshair by pointer and touch, arrow keys move it. Same scales as the still
 * drawing, so nothing moves when it takes over.
 */
export function LiveChart({ spec, scales, focused }: LiveChartProps) {
  const hatch = useId()
  const frame = useRef<HTMLDivElement>(null)
  const rows: Row[] = spec.points.map((point) => ({
    ...point,
    whole: point.partial ? null : point.value,
    running: point.partial ? point.value : null,
    touch: point.value ?? scales.y[0],
  }))
  const barShare = (stepOf(spec.points) / (scales.x[1] - scales.x[0])) * 72

  useEffect(() => {
    if (!focused) return
    // The drawing measures itself first and appears a frame later.
    const waiting = new MutationObserver(() => take())
    const take = () => {
      const target = frame.current?.querySelector<SVGElement>('svg[tabindex="0"]')
      if (!target) return
      waiting.disconnect()
      target.focus()
    }
    if (frame.current) waiting.observe(frame.current, { childList: true, subtree: true })
    take()
    return () => waiting.disconnect()
  }, [focused])

  return (
    <div ref={frame} className="absolute inset-0">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={rows}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
          title={spec.name}
          desc={`${spec.unit}; the arrow keys move from point to point`}
        >
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2.5" height="6" className="fill-accent" />
            </pattern>
          </defs>
          <XAxis dataKey="at" type="number" domain={scales.x} hide />
          <YAxis type="number" domain={scales.y} hide />
          <Tooltip
            content={<ReadOut />}
            cursor={{ stroke: 'var(--ink-quiet)', strokeWidth: 1 }}
            isAnimationActive={false}
            offset={12}
          />
          {spec.kind === 'bar' ? (
            <>
              <Bar
                dataKey="whole"
                stackId="bars"
                fill="var(--accent)"
                barSize={`${barShare}%`}
                isAnimationActive={false}
              />
              <Bar
                dataKey="running"
                stackId="bars"
                fill={`url(#${hatch})`}
                stroke="var(--accent)"
                barSize={`${barShare}%`}
                isAnimationActive={false}
              />
            </>
          ) : (
            <>
              <Line
                dataKey="whole"
                type={spec.kind === 'step' ? 'stepAfter' : 'linear'}
                stroke="var(--accent)"
                strokeWidth={2}
                dot={false}
                activeDot={{ r: 4, fill: 'var(--accent)', stroke: 'var(--panel)' }}
                connectNulls={false}
                isAnimationActive={false}
              />
              <Line
                dataKey="running"
                stroke="var(--accent)"
                dot={{ r: 3, fill: 'var(--panel)', stroke: 'var(--accent)', strokeWidth: 2 }}
                isAnimationActive={false}
              />
            </>
          )}
          <Line dataKey="touch" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
