import type { Metadata } from 'next'
import { GovernanceHead } from '@/components/governance/governance-head'
import { ListUnknown } from '@/components/governance/list-unknown'
import { ProposalList } from '@/components/governance/proposal-list'
import { TreasuryHistory } from '@/components/governance/treasury-history'
import { TreasurySpending } from '@/components/governance/treasury-spending'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import type { TreasuryView } from '@/lib/data/governance-types'
import { loadTreasury } from '@/lib/data/treasury'
import { loadTreasuryFlows } from '@/lib/data/treasury-flows'
import { loadTreasurySpending } from '@/lib/data/treasury-spending'
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
  const [treasury, flows, spending] = await Promise.all([
    loadTreasury(),
    loadTreasuryFlows(),
    loadTreasurySpending(),
  ])
  const ceilingWei = 'value' in treasury ? treasury.value.ceilingWei : null
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
      <div className="space-y-12 pt-12">
        <Panel title="Balance and inflow" id="balance">
          <LoadedView
            view={flows}
            what="The treasury’s past"
            bareFailure
            skeleton={<ListSkeleton rows={4} />}
          >
            {(value) => <TreasuryHistory flows={value} ceilingWei={ceilingWei} />}
          </LoadedView>
        </Panel>
        <Panel title="Paid so far" id="spending">
          <LoadedView view={spending} what="Past spending" bareFailure skeleton={<ListSkeleton rows={4} />}>
            {(value) => <TreasurySpending spending={value} />}
          </LoadedView>
        </Panel>
      </div>
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
