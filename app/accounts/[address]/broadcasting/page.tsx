import type { Metadata } from 'next'
import { accountAddress } from '@/app/accounts/[address]/account-address'
import { accountMetadata } from '@/app/accounts/[address]/account-metadata'
import { AccountHead } from '@/components/account/account-head'
import { spendChart } from '@/components/account/gateway-chart'
import { FundsExplained, GatewayFigures, Recipients } from '@/components/account/gateway-figures'
import { FiguresSkeleton } from '@/components/account/skeletons'
import { Chart } from '@/components/charts/chart'
import { GatewaySlot } from '@/components/operating/operate-slots'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import { type GatewayView, loadGateway, recipientDays } from '@/lib/data/gateway'
import type { AsOf } from '@/lib/data/types'
import { loadNames } from '@/lib/ens/names'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = { params: Promise<{ address: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await accountAddress(params, 'broadcasting')
  const view = await loadGateway(address)
  return accountMetadata(address, 'broadcasting', { empty: 'value' in view && isNoGateway(view.value) })
}

export default async function BroadcastingPage({ params }: Props) {
  const address = await accountAddress(params, 'broadcasting')
  const [view, config] = await Promise.all([loadGateway(address), loadPublicConfig()])
  return (
    <>
      <AccountHead address={address} name={null} tab="broadcasting" explorerUrl={config.explorerUrl} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <LoadedView
            view={view}
            what="This gateway"
            skeleton={<FiguresSkeleton labels={['Deposit', 'Reserve', 'Funds', 'Paid, 90 days']} />}
          >
            {(value, asOf) => <Gateway view={value} asOf={asOf} />}
          </LoadedView>
        </div>
        <aside aria-label="Funds of a gateway" className="space-y-8 self-start">
          <GatewaySlot account={address} />
          <FundsExplained unlockPeriodRounds={'value' in view ? view.value.funds.unlockPeriodRounds : null} />
        </aside>
      </div>
    </>
  )
}

/** Whether it never was one; false while that is not known. */
function isNoGateway({ funds, spend }: GatewayView): boolean {
  return (
    spend !== null &&
    spend.totalWei === 0n &&
    spend.firstFundedAt === null &&
    funds.depositWei === 0n &&
    funds.reserveWei === 0n
  )
}

async function Gateway({ view, asOf }: { view: GatewayView; asOf: AsOf }) {
  const { spend } = view
  const names = await loadNames(spend?.recipients.map((row) => row.address) ?? [])
  if (isNoGateway(view)) {
    return (
      <div className="border-y py-12">
        <h2 className="text-figure">Not a gateway</h2>
        <p className="max-w-text pt-1 text-ink-quiet">
          This address has never funded a deposit or reserve, which gateways pay orchestrators from.
        </p>
      </div>
    )
  }
  return (
    <div className="space-y-12">
      <GatewayFigures view={view} asOf={asOf} />
      {spend === null ? (
        <p className="border-y py-8 text-ink-quiet">
          What it paid comes from the index alone, and it did not answer. Deposit and reserve are not
          affected.
        </p>
      ) : (
        <>
          <Chart
            spec={spendChart(spend.days, asOf.timestamp)}
            empty="No winning ticket in the last 90 days."
            file={`livepeer-gateway-${view.address.toLowerCase()}-days`}
          />
          <Panel
            title={`Orchestrators paid, ${recipientDays} days`}
            aside={
              <IntentLink
                href={`/accounts/${view.address.toLowerCase()}/history?type=gateway`}
                className="text-small text-accent-text underline underline-offset-4"
              >
                Every ticket
              </IntentLink>
            }
          >
            <Recipients spend={spend} names={names} />
          </Panel>
        </>
      )}
    </div>
  )
}
