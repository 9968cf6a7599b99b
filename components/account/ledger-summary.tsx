import { AmountFigure } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import type { LedgerView } from '@/lib/data/ledger-types'
import type { Loaded } from '@/lib/data/types'
import { countOf } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

/** The ledger's totals in a small panel, with the way to the whole of it; fails alone. */
export function LedgerSummary({ address, ledger }: { address: string; ledger: Loaded<LedgerView> }) {
  return (
    <Panel
      title="Earnings"
      aside={
        <a
          href={`/accounts/${address.toLowerCase()}/earnings`}
          className="text-small underline underline-offset-4"
        >
          Round by round
        </a>
      }
    >
      <LoadedView view={ledger} what="The ledger" hideAsOf skeleton={<SummarySkeleton />}>
        {({ totals, yearlyP9, elapsedRounds }) => (
          <FigureLines>
            <FigureLine
              label="Rewards earned"
              value={
                <AmountFigure
                  wei={totals.rewardWei}
                  unit="LPT"
                  places={4}
                  source="Chain, with events of the index"
                />
              }
            />
            <FigureLine
              label="Fees earned"
              value={
                <AmountFigure
                  wei={totals.feesWei}
                  unit="ETH"
                  places={6}
                  source="Chain, with events of the index"
                />
              }
            />
            <FigureLine
              label="Realised yield"
              explanation="Rewards on the stake held, compounded, whatever was put in or taken out."
              value={percentP9(totals.yieldP9, { places: 3 })}
              note={
                yearlyP9 !== null && `${percentP9(yearlyP9)} a year, over ${countOf(elapsedRounds, 'round')}`
              }
            />
          </FigureLines>
        )}
      </LoadedView>
    </Panel>
  )
}

function SummarySkeleton() {
  return (
    <FigureLines>
      {['Rewards earned', 'Fees earned', 'Realised yield'].map((label) => (
        <FigureLine key={label} label={label} value={<Skeleton ch={10} />} />
      ))}
    </FigureLines>
  )
}
