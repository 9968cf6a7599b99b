import type { ReactNode } from 'react'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Unknown } from '@/components/ui/unknown'
import type { Served } from '@/lib/data/served'
import type { Failure } from '@/lib/data/types'
import { formatDateTime } from '@/lib/format/date'
import { formatPercent } from '@/lib/format/percent'
import { formatScore } from '@/lib/format/score'
import type { NodePrice, OrchestratorScore, TopScoreView } from '@/lib/metrics/scores'

/** An answer of the servers of scores about one orchestrator; `value` null: it has none there. */
export type Measured<Value> = Served<Value | null> | ({ state: 'late' } & Failure)

export interface PerformanceProps {
  price: Measured<NodePrice>
  score: Measured<OrchestratorScore>
  topAi: Measured<TopScoreView>
}

/** A rate from 0 to 1 as a percentage. */
const rateText = (rate: number) => formatPercent(BigInt(Math.round(rate * 10_000)), 10_000n, { places: 1 })

function Score({ score }: { score: number }) {
  return (
    <>
      {formatScore(score)} <span className="font-normal text-ink-quiet">of 10</span>
    </>
  )
}

/**
 * Price and scores by the servers of scores, each line failing alone. "No data" is an answer: nobody tested it. A server
 * that does not answer is not known, with its reason.
 */
export function Performance({ price, score, topAi }: PerformanceProps) {
  return (
    <FigureLines>
      <MeasuredLine
        label="Price per pixel"
        explanation="What its node asks for transcoding, as it answers the servers that measure it."
        answer={price}
        none="no data: not reached, or without a price"
        value={({ weiPerPixel }) => (
          <>
            {weiPerPixel} <span className="font-normal text-ink-quiet">wei</span>
          </>
        )}
        note={({ updatedAt }) => `answered ${formatDateTime(updatedAt)}`}
      />
      <MeasuredLine
        label="Transcoding score"
        explanation="Success and speed of test streams, the mean over the regions in which it was tested."
        answer={score}
        none="no data: not tested"
        value={({ overall }) => <Score score={overall.score} />}
        note={({ overall, byRegion }) =>
          `${rateText(overall.successRate)} succeeded; ${[...byRegion]
            .map(([region, parts]) => `${region} ${formatScore(parts.score)}`)
            .join(', ')}`
        }
      />
      <MeasuredLine
        label="Best AI score"
        explanation="The best of its scores over regions, pipelines and models."
        answer={topAi}
        none="no data: not tested"
        value={(top) => <Score score={top.score} />}
        note={(top) => `${top.pipeline}, ${top.model}, in ${top.region}`}
      />
    </FigureLines>
  )
}

function MeasuredLine<Value>(props: {
  label: string
  explanation: string
  answer: Measured<Value>
  none: string
  value: (value: Value) => ReactNode
  note: (value: Value) => ReactNode
}) {
  const { label, explanation, answer } = props
  if (!('value' in answer)) {
    const reason = `${answer.reason} ${answer.next}`
    return (
      <FigureLine
        label={label}
        explanation={explanation}
        value={<Unknown reason={reason} />}
        note={`Unavailable. ${reason}`}
      />
    )
  }
  const { value } = answer
  if (value === null) {
    return (
      <FigureLine
        label={label}
        explanation={explanation}
        value={<span className="font-normal text-ink-quiet">{props.none}</span>}
      />
    )
  }
  return (
    <FigureLine
      label={label}
      explanation={explanation}
      value={props.value(value)}
      note={
        <>
          {props.note(value)}
          {answer.state === 'stale' && ` Kept from ${formatDateTime(answer.readAt)}: ${answer.reason}`}
        </>
      }
    />
  )
}
