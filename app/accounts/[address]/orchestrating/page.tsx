import type { Metadata } from 'next'
import { accountAddress } from '@/app/accounts/[address]/account-address'
import { accountMetadata } from '@/app/accounts/[address]/account-metadata'
import { AccountHead } from '@/components/account/account-head'
import { DelegateSlot } from '@/components/account/delegate-slot'
import { OrchestratingFigures } from '@/components/account/orchestrating-figures'
import { OrchestratingPanels } from '@/components/account/orchestrating-panels'
import { FiguresSkeleton } from '@/components/account/skeletons'
import { OperateSlot } from '@/components/operating/operate-slots'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { loadOrchestratingAccount } from '@/lib/data/orchestrating-account'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = { params: Promise<{ address: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await accountAddress(params, 'orchestrating')
  const account = await loadOrchestratingAccount(address)
  return accountMetadata(address, 'orchestrating', { empty: 'value' in account && !account.value.known })
}

export default async function OrchestratingPage({ params }: Props) {
  const address = await accountAddress(params, 'orchestrating')
  const [account, config] = await Promise.all([loadOrchestratingAccount(address), loadPublicConfig()])
  const known = 'value' in account ? account.value : null
  return (
    <>
      <AccountHead
        address={address}
        name={known?.name ?? null}
        tab="orchestrating"
        explorerUrl={config.explorerUrl}
        action={!known || known.registered ? 'Delegate' : null}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <LoadedView
            view={account}
            what="This orchestrator"
            skeleton={
              <FiguresSkeleton labels={['Stake', 'Own stake', 'Reward cut', 'Fee cut', 'Delegators']} />
            }
          >
            {(value, asOf) =>
              value.known ? (
                <div className="space-y-12">
                  <OrchestratingFigures account={value} asOf={asOf} />
                  <OrchestratingPanels account={value} />
                </div>
              ) : (
                <NoOrchestrator />
              )
            }
          </LoadedView>
        </div>
        <aside id="actions" aria-label="Actions" className="space-y-6 self-start empty:hidden">
          <OperateSlot account={known?.address ?? address} rewardCaller={known?.rewardCaller ?? null} />
          {(!known || known.registered) && (
            <DelegateSlot
              to={known?.address ?? address}
              name={known?.name ?? null}
              target={
                known && {
                  totalStakeWei: known.totalStakeWei.toString(),
                  round: known.round.number,
                  active: known.active,
                  registered: known.registered,
                }
              }
            />
          )}
        </aside>
      </div>
    </>
  )
}

function NoOrchestrator() {
  return (
    <div className="border-y py-12">
      <h2 className="text-figure">Not an orchestrator</h2>
      <p className="max-w-text pt-1 text-ink-quiet">
        This address has never registered as an orchestrator, and nobody delegates to it.
      </p>
      <p className="pt-5">
        <IntentLink href="/orchestrators" className={buttonClasses()}>
          See orchestrators
        </IntentLink>
      </p>
    </div>
  )
}
