import { CallsCount } from '@/components/orchestrators/reward-call-cells'
import { cutHistoryWords, paidFigures } from '@/components/orchestrators/yield-figures'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Unknown } from '@/components/ui/unknown'
import type { Failure, Loaded, OrchestratorRow, YieldFigure } from '@/lib/data/types'

/** How the delegate did, by the figures of the list; fails alone. */
export function DelegateRecord({
  row,
}: {
  row: Loaded<OrchestratorRow | null> | ({ state: 'late' } & Failure)
}) {
  if (!('value' in row))
    return (
      <p className="text-small text-ink-quiet">
        Its yield and reward calls are not known now. {row.reason} {row.next}
      </p>
    )
  if (!row.value)
    return (
      <p className="text-small text-ink-quiet">
        Neither registered nor in the active set: stake with it earns nothing.
      </p>
    )
  const cuts = [cutHistoryWords(row.value, 'reward'), cutHistoryWords(row.value, 'fee')]
  return (
    <FigureLines>
      <FigureLine label="Calls, last 30 rounds" value={<CallsCount calls={row.value.rewardCalls30} />} />
      <PaidLine label="Paid, last 30 rounds" figure={row.value.yield30} window={30} />
      <PaidLine label="Paid, last 90 rounds" figure={row.value.yield90} window={90} />
      {['Reward cut', 'Fee cut'].map((label, place) =>
        cuts[place] ? (
          <FigureLine
            key={label}
            label={`${label}, 180 days`}
            value={<span className="font-normal text-loss">{cuts[place]}</span>}
          />
        ) : null,
      )}
    </FigureLines>
  )
}

function PaidLine({ label, figure, window }: { label: string; figure: YieldFigure; window: number }) {
  const paid = paidFigures(figure, window)
  return (
    <FigureLine
      label={label}
      explanation="What one LPT of stake with it earned in rewards, scaled to a year."
      value={
        paid.kind === 'paid' ? (
          `${paid.text} a year`
        ) : (
          <Unknown reason={figure.state === 'unknown' ? figure.reason : undefined} />
        )
      }
    />
  )
}
