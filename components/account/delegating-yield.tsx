import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { Unknown } from '@/components/ui/unknown'
import { windowYield } from '@/lib/data/delegating-yield'
import type { LedgerView } from '@/lib/data/ledger-types'
import type { Loaded } from '@/lib/data/types'
import { countOf } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

const windows = [30, 90] as const

/** Realised yield of the account's own stake over the windows in which orchestrators are compared. */
export function DelegatingYield({
  ledger,
  roundLength,
}: {
  ledger: Loaded<LedgerView>
  roundLength: number
}) {
  return (
    <Panel title="Yield of this stake">
      <LoadedView
        view={ledger}
        what="Its yield"
        hideAsOf
        skeleton={
          <FigureLines>
            {windows.map((window) => (
              <FigureLine key={window} label={`Last ${window} rounds`} value={<Skeleton ch={10} />} />
            ))}
          </FigureLines>
        }
      >
        {(value) => (
          <FigureLines>
            {windows.map((window) => (
              <WindowLine key={window} ledger={value} window={window} roundLength={roundLength} />
            ))}
          </FigureLines>
        )}
      </LoadedView>
    </Panel>
  )
}

function WindowLine(props: { ledger: LedgerView; window: number; roundLength: number }) {
  const figure = windowYield(props.ledger, props.window, props.roundLength)
  const label = `Last ${props.window} rounds`
  const explanation =
    'Rewards that this stake really earned in these finished rounds, on what was held in each; stake put in or taken out does not change it. Fees are beside it, in ETH.'
  if (!figure)
    return (
      <FigureLine
        label={label}
        explanation={explanation}
        value={<Unknown reason="No stake in any of these rounds" />}
      />
    )
  return (
    <FigureLine
      label={label}
      explanation={explanation}
      value={
        figure.yearlyP9 === null ? (
          percentP9(figure.yieldP9, { places: 4 })
        ) : (
          <>
            {percentP9(figure.yearlyP9)} <span className="font-normal text-ink-quiet">a year</span>
          </>
        )
      }
      note={
        <>
          {figure.yearlyP9 !== null && `${percentP9(figure.yieldP9, { places: 4 })}: `}
          <Amount wei={figure.rewardWei} unit="LPT" places={4} /> and{' '}
          <Amount wei={figure.feesWei} unit="ETH" places={6} /> in {countOf(figure.rounds, 'round')}
          {figure.missedRounds > 0 && `, ${countOf(figure.missedRounds, 'missed call')}`}
        </>
      }
    />
  )
}
