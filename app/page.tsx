import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { ProtocolFigures } from '@/components/overview/protocol-figures'
import { RoundFacts } from '@/components/overview/round-panel'
import { LinesSkeleton, RoundSkeleton } from '@/components/overview/skeletons'
import { StartRoundSlot } from '@/components/overview/start-round-slot'
import { TopOrchestrators } from '@/components/overview/top-orchestrators'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { loadProtocol } from '@/lib/data/protocol'
import { loadRound } from '@/lib/data/round'

export const metadata: Metadata = {
  title: { absolute: 'Livepeer Delegator: stake LPT, compare orchestrators' },
  alternates: { canonical: '/' },
}

export default async function OverviewPage() {
  const [round, protocol, orchestrators] = await Promise.all([
    loadRound(),
    loadProtocol(),
    loadOrchestrators(),
  ])
  const paused = 'value' in protocol && protocol.value.paused
  return (
    <>
      <PageHead title="Livepeer now">The running round, the stake behind it, and who earns with it.</PageHead>
      {paused && (
        <div className="pb-6">
          <Notice tone="wait" title="The protocol is paused">
            Delegating, unbonding and withdrawing are refused by the contracts until it is resumed. Stake
            stays where it is.
          </Notice>
        </div>
      )}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[7fr_5fr]">
        <Panel id="round" title="Round" look="card">
          <LoadedView view={round} what="The round" skeleton={<RoundSkeleton />}>
            {(value, asOf) => (
              <RoundFacts round={value} asOf={asOf} action={value.overdue && <StartRoundSlot />} />
            )}
          </LoadedView>
        </Panel>
        <Panel title="Protocol">
          <LoadedView
            view={protocol}
            what="The protocol's state"
            skeleton={
              <LinesSkeleton
                labels={[
                  'Participation',
                  'Bonded',
                  'Supply',
                  'Inflation per round',
                  'Inflation a year',
                  'Active orchestrators',
                  'Delegators',
                  'Treasury',
                ]}
              />
            }
          >
            {(value, asOf) => <ProtocolFigures protocol={value} asOf={asOf} />}
          </LoadedView>
        </Panel>
      </div>
      <Panel
        title="Most stake"
        className="pt-12"
        aside={
          <IntentLink href="/orchestrators" className="text-ink underline underline-offset-4">
            All orchestrators
          </IntentLink>
        }
      >
        <LoadedView
          view={orchestrators}
          what="The list of orchestrators"
          bareFailure
          skeleton={<ListSkeleton rows={10} />}
        >
          {(value) => <TopOrchestrators rows={value.rows} />}
        </LoadedView>
      </Panel>
    </>
  )
}
