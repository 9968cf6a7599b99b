import type { ReactNode } from 'react'
import { horizonLabel } from '@/components/orchestrators/list-controls'
import type { ListQuery } from '@/components/orchestrators/list-query'
import type { OrchestratorsView } from '@/lib/data/types'
import { formatInteger } from '@/lib/format/number'
import { percentP6, percentP9, percentP27 } from '@/lib/format/percent'
import { bondingRateP9 } from '@/lib/protocol/inflation'

function Note({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{term}</dt>
      <dd className="text-ink-quiet">{children}</dd>
    </div>
  )
}

/** What the yields of the list mean and take for granted, with the figures of this moment. */
export function YieldNotes({ view, query }: { view: OrchestratorsView; query: ListQuery }) {
  const { minter, treasuryRewardCutRateP27, nextTreasuryRewardCutRateP27, mintedShareP6 } = view.network
  const participation = bondingRateP9(minter.activeStake, minter.supply)
  const falls = participation > minter.targetBondingRateP9
  return (
    <section id="yield" aria-labelledby="yield-title" className="scroll-mt-20 pt-12">
      <h2 id="yield-title" className="text-heading">
        How yields are worked out
      </h2>
      <dl className="grid max-w-5xl gap-x-10 gap-y-4 pt-4 text-small md:grid-cols-2">
        <Note term="Paid: what stake really earned">
          From the cumulative factors the contracts keep, over the last 30 and 90 finished rounds: what one
          LPT grew by, after cuts, treasury and missed calls. Scaled to 365 days at the average growth per
          round, rewards compounded. Whoever joined inside the window has its own length beside the figure;
          below 30 rounds there is none.
        </Note>
        <Note term={`Projected: ${formatInteger(query.amount)} LPT for ${horizonLabel(query.days)}`}>
          Round by round, from the next one on: the round’s tokens by inflation and supply, the orchestrator’s
          share of the active stake with the amount counted in both, the treasury’s part, its reward cut,
          missed rounds, rewards added to the stake. Nobody else bonds or unbonds meanwhile.
        </Note>
        <Note term="Inflation and treasury now">
          {percentP9(minter.inflationP9, { places: 4 })} a round; {percentP9(participation)} of the supply is
          active against a target of {percentP9(minter.targetBondingRateP9)}, so it{' '}
          {falls ? 'falls' : 'rises'} by {percentP9(minter.inflationChangeP9, { places: 5 })} each round. The
          treasury takes {percentP27(treasuryRewardCutRateP27)} of rewards now,{' '}
          {percentP27(nextTreasuryRewardCutRateP27)} next round. {percentP6(mintedShareP6)} of what may be
          minted is, by the calls of the last 30 rounds.
        </Note>
        <Note term="Low, middle and high">
          Low: the highest cuts of 180 days, the worse of the two call records, no inflation rise, the greater
          treasury cut, no fees. Middle: everything as it is now, fees as in the last 90 days. High: every
          round called, inflation does not fall, the smaller treasury cut.
        </Note>
        <Note term="Fees">
          ETH fees are no part of these percentages: what they are worth in LPT changes daily. The exact
          projection, with its ETH, is the title of each figure, and in the CSV. An orchestrator’s work does
          not grow with its stake, so more stake means less for each LPT.
        </Note>
        <Note term="Order">
          Sorting by a cut takes the highest of 180 days, by projection the low case: who raised a cut stands
          where that cut belongs, also after lowering it again.
        </Note>
      </dl>
    </section>
  )
}
