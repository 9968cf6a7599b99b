import { ethPerThousand, paidFigures, projectedFigures } from '@/components/orchestrators/yield-figures'
import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Unknown } from '@/components/ui/unknown'
import type { OrchestratorRow, YieldFigure } from '@/lib/data/types'
import { formatDate } from '@/lib/format/date'
import { countOf } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'

/** What stake with it earned and may earn, and how it treated cuts: the figures of the list, by the list's own engine. */
export function OrchestratingYield({ row }: { row: OrchestratorRow }) {
  return (
    <FigureLines>
      <PaidLine label="Paid, last 30 rounds" figure={row.yield30} window={30} />
      <PaidLine label="Paid, last 90 rounds" figure={row.yield90} window={90} />
      <ProjectedLine row={row} />
      <FeeLine figure={row.yield90} />
      <CutLine row={row} />
    </FigureLines>
  )
}

function PaidLine({ label, figure, window }: { label: string; figure: YieldFigure; window: number }) {
  const paid = paidFigures(figure, window)
  return (
    <FigureLine
      label={label}
      explanation="Rewards that one LPT of stake really earned over these finished rounds, after all cuts and missed calls, scaled to a year."
      value={
        paid.kind === 'paid' ? (
          <>
            {paid.text} <span className="font-normal text-ink-quiet">a year</span>
          </>
        ) : (
          <Unknown reason={figure.state === 'unknown' ? figure.reason : undefined} />
        )
      }
      note={
        paid.kind === 'paid'
          ? `${paid.span} in ${countOf(paid.rounds, 'round')}${paid.shorter ? ', as long as it is in the set' : ''}`
          : figure.state === 'unknown' && figure.reason
      }
    />
  )
}

function ProjectedLine({ row }: { row: OrchestratorRow }) {
  const range = projectedFigures(row.projected)
  return (
    <FigureLine
      label="Projected, 1,000 LPT for a year"
      explanation="Round by round by inflation, cuts, treasury and reward calls; the range is from its worst cuts of 180 days and no fees to every round called."
      value={
        range.kind === 'projected' ? (
          <span title={range.title}>{range.text}</span>
        ) : (
          <Unknown reason="Not in the next round’s active set: stake with it earns nothing" />
        )
      }
      note={
        <>
          {range.kind === 'projected' && `${range.low} to ${range.high}. `}
          <a href="/orchestrators#yield" className="underline underline-offset-4">
            How it is worked out
          </a>
        </>
      }
    />
  )
}

function FeeLine({ figure }: { figure: YieldFigure }) {
  const yearly = figure.state === 'known' ? figure.yearlyEthPerLptP27 : null
  return (
    <FigureLine
      label="Fees shared, 1,000 LPT for a year"
      explanation="ETH that reached its delegators over the last 90 rounds, scaled to a year."
      value={
        <Amount
          wei={yearly === null ? null : ethPerThousand(yearly)}
          unit="ETH"
          places={5}
          unknownReason={figure.state === 'unknown' ? figure.reason : 'Not known without the index'}
        />
      }
    />
  )
}

/** Highest cuts of 180 days, changes, and the newest rise. */
function CutLine({ row }: { row: OrchestratorRow }) {
  const { cutSafety } = row
  return (
    <FigureLine
      label="Cuts in 180 days"
      explanation="The highest reward cut and fee cut in force at any moment of the last 180 days, and how often they changed."
      value={
        cutSafety ? (
          <>
            at most {percentP6(cutSafety.worstRewardCutP6, { trim: true })}{' '}
            <span className="font-normal text-ink-quiet">and</span>{' '}
            {percentP6(cutSafety.worstFeeCutP6, { trim: true })}
          </>
        ) : (
          <Unknown reason="Not known: the index did not answer" />
        )
      }
      note={
        cutSafety &&
        (cutSafety.lastRise ? (
          <span className="text-loss">
            {cutSafety.lastRise.kind === 'reward' ? 'Reward cut' : 'Fee cut'} rose from{' '}
            {percentP6(cutSafety.lastRise.fromP6, { trim: true })} to{' '}
            {percentP6(cutSafety.lastRise.toP6, { trim: true })} on {formatDate(cutSafety.lastRise.timestamp)}
            ; {countOf(cutSafety.changes, 'change')}
          </span>
        ) : cutSafety.changes === 0 ? (
          'no change'
        ) : (
          `${countOf(cutSafety.changes, 'change')}, no rise`
        ))
      }
    />
  )
}
