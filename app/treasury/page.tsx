import type { Metadata } from 'next'
import { GovernanceHead } from '@/components/governance/governance-head'
import { ListUnknown } from '@/components/governance/list-unknown'
import { ProposalList } from '@/components/governance/proposal-list'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import { LoadedView } from '@/components/ui/loaded-view'
import type { TreasuryView } from '@/lib/data/governance-types'
import { loadTreasury } from '@/lib/data/treasury'
import { compactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP27 } from '@/lib/format/percent'

export const metadata: Metadata = {
  title: 'Treasury',
  description:
    'Livepeer’s onchain treasury: its balance, every proposal to it, how each vote stands and what it pays.',
  alternates: { canonical: '/treasury' },
}

export default async function TreasuryPage() {
  const treasury = await loadTreasury()
  return (
    <>
      <GovernanceHead title="Treasury" current="treasury">
        Stakers decide what Livepeer’s onchain treasury pays, with the LPT they have bonded.
      </GovernanceHead>
      <LoadedView view={treasury} what="The treasury" bareFailure skeleton={<ListSkeleton rows={8} />}>
        {(value, asOf) => (
          <div className="space-y-10">
            <TreasuryFigures treasury={value} block={asOf.block} />
            {value.rows ? (
              <ProposalList rows={value.rows} now={asOf.timestamp} />
            ) : (
              <ListUnknown what="proposals" />
            )}
          </div>
        )}
      </LoadedView>
    </>
  )
}

function TreasuryFigures({ treasury, block }: { treasury: TreasuryView; block: number }) {
  const chain = `Chain, block ${formatInteger(block)}`
  return (
    <FigureRow>
      <BigFigure
        label="Balance"
        value={<AmountFigure wei={treasury.balanceWei} unit="LPT" places={0} source={chain} />}
      />
      <BigFigure
        label="ETH"
        value={<AmountFigure wei={treasury.ethBalanceWei} unit="ETH" places={4} source={chain} />}
      />
      <BigFigure
        label="Cut of rewards"
        explanation="Part of every reward that goes to the treasury instead of orchestrators and delegators."
        value={percentP27(treasury.rewardCutP27, { trim: true })}
        note={
          treasury.rewardCutP27 === 0n
            ? `Paused: nothing flows in now`
            : `Stops at ${compactAmount(treasury.ceilingWei)} LPT`
        }
      />
    </FigureRow>
  )
}
