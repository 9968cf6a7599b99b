import type { Metadata } from 'next'
import { NetworkHead } from '@/components/network/network-head'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { Actors } from '@/components/protocol/actors'
import { Concentration } from '@/components/protocol/concentration'
import { Contracts } from '@/components/protocol/contracts'
import { InflationAndRewards, Penalties, RoundsAndBonding } from '@/components/protocol/core-functions'
import { ParameterChanges, Powers, VotingRules } from '@/components/protocol/governance'
import { Money } from '@/components/protocol/money'
import { parseWhatIf, type WhatIf } from '@/components/protocol/what-if'
import { WhatIfPanel } from '@/components/protocol/what-if-panel'
import { AsOfLine } from '@/components/ui/as-of'
import { LoadedView } from '@/components/ui/loaded-view'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { loadProtocol } from '@/lib/data/protocol'
import { loadProtocolPage } from '@/lib/data/protocol-page'
import type { ProtocolPageView } from '@/lib/data/protocol-page-types'
import type { AsOf, Loaded, OrchestratorsView, ProtocolView } from '@/lib/data/types'
import { formatInteger } from '@/lib/format/number'
import { loadPublicConfig } from '@/lib/network/load-public-config'

export const metadata: Metadata = {
  title: 'Protocol',
  description:
    'How Livepeer works, by its live figures: who takes part, rounds, inflation, payments, who can change what, and every contract.',
  alternates: { canonical: '/protocol' },
}

type Props = { searchParams: Promise<{ bonded?: string | string[]; rounds?: string | string[] }> }

export default async function ProtocolPage({ searchParams }: Props) {
  const [params, protocol, page, orchestrators, config] = await Promise.all([
    searchParams,
    loadProtocol(),
    loadProtocolPage(),
    loadOrchestrators(),
    loadPublicConfig(),
  ])
  return (
    <>
      <NetworkHead title="Protocol" current="/protocol">
        The system itself, explained by what it is doing now. Every figure is read from the contracts or the
        index.
      </NetworkHead>
      <LoadedView
        view={protocol}
        what="The protocol's state"
        bareFailure
        hideAsOf
        skeleton={<ListSkeleton rows={8} />}
      >
        {(value, asOf) => (
          <Sections
            protocol={value}
            asOf={asOf}
            page={page}
            orchestrators={orchestrators}
            ask={parseWhatIf(params)}
            explorerUrl={config.explorerUrl}
          />
        )}
      </LoadedView>
    </>
  )
}

function Sections({
  protocol,
  asOf,
  page,
  orchestrators,
  ask,
  explorerUrl,
}: {
  protocol: ProtocolView
  asOf: AsOf
  page: Loaded<ProtocolPageView>
  orchestrators: Loaded<OrchestratorsView>
  ask: WhatIf
  explorerUrl: string | null
}) {
  const known = 'value' in page ? page.value : null
  const list = 'value' in orchestrators ? orchestrators.value : null
  const round = known?.round ?? list?.round ?? null
  return (
    <div className="space-y-14">
      <Panel title="Who takes part">
        <Actors protocol={protocol} orchestrators={list} gateways={known?.gateways ?? null} />
      </Panel>
      <LoadedView
        view={page}
        what="What the contracts are set to"
        bareFailure
        hideAsOf
        skeleton={<ListSkeleton rows={8} />}
      >
        {(value) => (
          <div className="grid gap-x-12 gap-y-14 lg:grid-cols-2">
            <Panel id="rounds" title="Rounds and bonding">
              <RoundsAndBonding page={value} protocol={protocol} asOf={asOf} />
            </Panel>
            <Panel id="rewards" title="Inflation and rewards">
              <InflationAndRewards protocol={protocol} asOf={asOf} />
            </Panel>
            <Panel id="payments" title="Token and payments">
              <Money protocol={protocol} parameters={value.parameters} asOf={asOf} />
            </Panel>
            <Panel id="penalties" title="Penalties">
              <Penalties page={value} explorerUrl={explorerUrl} />
            </Panel>
          </div>
        )}
      </LoadedView>
      {round && (
        <Panel id="what-if" title="What if">
          <WhatIfPanel ask={ask} protocol={protocol} round={round.number} />
        </Panel>
      )}
      <Panel id="concentration" title="How stake and votes are spread">
        <LoadedView
          view={orchestrators}
          what="The active set"
          bareFailure
          hideAsOf
          skeleton={<ListSkeleton rows={4} />}
        >
          {(value) => <Concentration orchestrators={value} governor={known?.parameters.governor ?? null} />}
        </LoadedView>
      </Panel>
      {known && <Governed page={known} explorerUrl={explorerUrl} />}
      <div className="text-small text-ink-quiet">
        <AsOfLine asOf={asOf} />
      </div>
    </div>
  )
}

function Governed({ page, explorerUrl }: { page: ProtocolPageView; explorerUrl: string | null }) {
  return (
    <>
      <Panel id="governance" title="Governance">
        <VotingRules parameters={page.parameters} secondsPerBlock={page.round.secondsPerBlock} />
      </Panel>
      <Panel id="powers" title="Who can change what">
        <Powers owners={page.owners} explorerUrl={explorerUrl} />
      </Panel>
      <Panel
        id="changes"
        title={
          page.changes
            ? `Parameters that were set, ${formatInteger(page.changes.length)}`
            : 'Parameters that were set'
        }
      >
        {page.changes ? (
          <ParameterChanges changes={page.changes} explorerUrl={explorerUrl} />
        ) : (
          <Notice tone="wait" title="The history of parameters is not known now">
            The index did not answer. The values above are the chain’s own and not affected.
          </Notice>
        )}
      </Panel>
      <Panel id="contracts" title="Contracts">
        <Contracts contracts={page.contracts} explorerUrl={explorerUrl} />
      </Panel>
    </>
  )
}
