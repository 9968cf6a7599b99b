import { Chart } from '@/components/charts/chart'
import type { ChartPoint, ChartSpec } from '@/components/charts/chart-data'
import { Specimens } from '@/components/design/specimen'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import type { AsOf, Loaded } from '@/lib/data/types'

const asOf: AsOf = {
  block: 26_502_403,
  timestamp: 1_768_478_400,
  sources: [
    { source: 'chain', state: 'ok', block: 26_502_403, timestamp: 1_768_478_400 },
    { source: 'subgraph', state: 'behind', block: 26_502_380, timestamp: 1_768_478_124, reason: '' },
  ],
}
const failure = {
  reason: 'The index did not answer in time.',
  next: 'Try again in a moment.',
  detail: 'HTTP 502',
}

const views: readonly { name: string; view: Loaded<string> }[] = [
  { name: 'Ready', view: { state: 'ready', value: '27,412.08 LPT', asOf } },
  { name: 'Partial', view: { state: 'partial', value: '27,412.08 LPT', asOf, ...failure } },
  { name: 'Stale', view: { state: 'stale', value: '27,400.00 LPT', asOf, ...failure } },
  { name: 'Late', view: { state: 'late', ...failure } },
  { name: 'Failed', view: { state: 'failed', ...failure } },
]

/** The five states of a panel, each with the same content. */
export function PanelStates() {
  return (
    <Specimens wide>
      {views.map(({ name, view }) => (
        <Panel key={name} title={name} level={3} look="card">
          <LoadedView
            view={view}
            what="The stake"
            skeleton={
              <FigureLines>
                <FigureLine label="Stake" value={<Skeleton ch={13} />} />
              </FigureLines>
            }
          >
            {(value) => (
              <FigureLines>
                <FigureLine label="Stake" value={value} />
              </FigureLines>
            )}
          </LoadedView>
        </Panel>
      ))}
    </Specimens>
  )
}

/** Messages in place, by what they ask of the reader. */
export function Notices() {
  return (
    <div className="space-y-4">
      <Notice tone="info" title="A poll opened">
        Voting ends in two rounds.
      </Notice>
      <Notice tone="wait" title="The protocol is paused">
        Nothing is lost; transactions are refused until it is resumed.
      </Notice>
      <Notice tone="loss" title="Your stake earns nothing">
        The orchestrator left the active set. Move the stake to one that is in it.
      </Notice>
    </div>
  )
}

const day = (at: number, value: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  at,
  value,
  text: value === null ? 'no row for this day' : `${value.toFixed(2)} ETH`,
  label: `Day ${at}`,
  ...more,
})
const points = [day(1, 1.2), day(2, 0.9), day(3, null), day(4, null), day(5, 1.4), day(6, 1.1)]
const tickText = [0, 0.5, 1, 1.5].map((value) => ({ value, text: String(value) }))
const charts: readonly ChartSpec[] = [
  {
    name: 'Bars, a gap, a running day',
    kind: 'bar',
    axis: { name: 'Day' },
    unit: 'ETH',
    points: [...points, day(7, 0.4, { partial: true })],
    tickText,
  },
  {
    name: 'A line with a target',
    kind: 'line',
    axis: { name: 'Day' },
    unit: 'ETH',
    points: [...points, day(7, 1.2, { partial: true })],
    marks: [{ value: 1, label: 'target 1' }],
    tickText,
  },
  { name: 'Steps', kind: 'step', axis: { name: 'Day' }, unit: 'ETH', points, tickText },
  {
    name: 'Nothing known',
    kind: 'line',
    axis: { name: 'Day' },
    unit: 'ETH',
    points: [day(1, null), day(2, null)],
    tickText,
  },
]

/** Charts: bars, lines, steps, gaps, the running day, and one without a single value. */
export function Charts() {
  return (
    <Specimens wide>
      {charts.map((spec) => (
        <Chart key={spec.name} spec={spec} empty="No day has a value yet." file="gallery" figure="1.10 ETH" />
      ))}
    </Specimens>
  )
}
