'use client'

import { type ChartSpec, chartCsv } from '@/components/charts/chart-data'

/** The figures of a chart as rows, newest first. */
export function ChartTable({ spec }: { spec: ChartSpec }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <div
      role="region"
      aria-label={`Table: ${spec.name}`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="max-h-72 overflow-auto border-y"
    >
      <table className="w-full text-small">
        <thead className="sticky top-0 bg-ground text-ink-quiet">
          <tr>
            <th scope="col" className="py-1.5 text-left font-medium">
              {spec.axis.name}
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              {spec.unit}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {[...spec.points].reverse().map((point) => (
            <tr key={point.at}>
              <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                {point.label}
                {point.partial && <span className="text-ink-quiet"> (still running)</span>}
              </th>
              <td className="py-1.5 text-right">{point.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Hands the figures of a chart to the visitor as a file. */
export function saveCsv(spec: ChartSpec, file: string): void {
  const url = URL.createObjectURL(new Blob([chartCsv(spec)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${file}.csv`
  link.click()
  // Some browsers start the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
