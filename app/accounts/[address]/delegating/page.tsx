import type { Metadata } from 'next'
import type { ComponentProps } from 'react'
import { accountAddress } from '@/app/accounts/[address]/account-address'
import { accountMetadata } from '@/app/accounts/[address]/account-metadata'
import { AccountHead } from '@/components/account/account-head'
import { DelegateCard } from '@/components/account/delegate-card'
import { DelegateRecord } from '@/components/account/delegate-record'
import { DelegateSlot } from '@/components/account/delegate-slot'
import { DelegatingFigures } from '@/components/account/delegating-figures'
import { DelegatingYield } from '@/components/account/delegating-yield'
import { EmptyAccount } from '@/components/account/empty-account'
import { LedgerSummary } from '@/components/account/ledger-summary'
import {
  CheckpointSlot,
  LockSeriesSlot,
  NextActionSlot,
  OwnerActionsSlot,
} from '@/components/account/owner-slots'
import { lockSums } from '@/components/account/portfolio-totals'
import { PositionState } from '@/components/account/position-state'
import { FiguresSkeleton } from '@/components/account/skeletons'
import { UnbondingLocks } from '@/components/account/unbonding-locks'
import { WalletFigures } from '@/components/account/wallet-figures'
import { Amount } from '@/components/ui/amount'
import { AsOfLine } from '@/components/ui/as-of'
import { LoadedView } from '@/components/ui/loaded-view'
import { Panel } from '@/components/ui/panel'
import { loadDelegatingAccount } from '@/lib/data/delegating-account'
import { loadLedgerSoon } from '@/lib/data/ledger'
import type { LedgerView } from '@/lib/data/ledger-types'
import { loadOrchestratorRow } from '@/lib/data/orchestrating-row'
import { soon } from '@/lib/data/orchestrating-soon'
import type { AsOf, DelegatingView, Loaded } from '@/lib/data/types'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = { params: Promise<{ address: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await accountAddress(params, 'delegating')
  const account = await loadDelegatingAccount(address)
  const delegating = 'value' in account ? account.value : null
  return accountMetadata(address, 'delegating', {
    delegating,
    empty: delegating !== null && isEmpty(delegating),
  })
}

export default async function DelegatingPage({ params }: Props) {
  const address = await accountAddress(params, 'delegating')
  const [account, ledger, config] = await Promise.all([
    loadDelegatingAccount(address),
    loadLedgerSoon(address),
    loadPublicConfig(),
  ])
  const delegate = 'value' in account ? account.value.delegate : null
  const round = 'value' in account ? account.value.round : null
  const record = delegate && (await soon(loadOrchestratorRow(delegate.address)))
  return (
    <>
      <AccountHead
        address={address}
        name={null}
        tab="delegating"
        explorerUrl={config.explorerUrl}
        action="Delegate or unbond"
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <LoadedView
            view={account}
            what="This account"
            hideAsOf
            skeleton={
              <FiguresSkeleton
                labels={['Stake', 'Fees to withdraw', 'Rewards so far', 'Share of active stake']}
              />
            }
          >
            {(value, asOf) => <Delegating account={value} ledger={ledger} record={record} asOf={asOf} />}
          </LoadedView>
        </div>
        <aside id="actions" aria-label="Actions" className="space-y-6 self-start">
          <DelegateSlot
            to={delegate?.address ?? null}
            name={delegate?.name ?? null}
            target={
              delegate && round
                ? {
                    totalStakeWei: delegate.totalStakeWei.toString(),
                    round: round.number,
                    active: delegate.active,
                    registered: delegate.registered,
                  }
                : null
            }
          />
          <OwnerActionsSlot account={address} />
        </aside>
      </div>
    </>
  )
}

function isEmpty(account: DelegatingView): boolean {
  return (
    account.delegate === null &&
    account.pendingStakeWei === 0n &&
    account.pendingFeesWei === 0n &&
    account.delegatedWei === 0n &&
    account.locks.length === 0
  )
}

function Delegating({
  account,
  ledger,
  record,
  asOf,
}: {
  account: DelegatingView
  ledger: Loaded<LedgerView>
  record: ComponentProps<typeof DelegateRecord>['row'] | null
  asOf: AsOf
}) {
  if (isEmpty(account)) {
    return (
      <div className="space-y-10">
        <EmptyAccount hasLpt={account.lptBalanceWei > 0n} />
        <Panel title="Wallet" foot={<AsOfLine asOf={asOf} />}>
          <WalletFigures account={account} />
        </Panel>
      </div>
    )
  }
  return (
    <div className="space-y-12">
      <div className="space-y-6">
        <div className="flex min-h-14 items-center justify-between gap-8">
          <PositionState account={account} />
          {/* On phones the position strip above has it. */}
          <div className="shrink-0 max-sm:hidden">
            <NextActionSlot account={account.address} />
          </div>
        </div>
        <CheckpointSlot account={account.address} />
        <DelegatingFigures account={account} asOf={asOf} />
      </div>
      {account.locks.length > 0 && (
        <Panel title="Unbonding" id="unbonding" aside={<LockSummary account={account} />}>
          <UnbondingLocks
            account={account.address}
            locks={account.locks}
            round={account.round}
            now={asOf.timestamp}
          />
          <div className="pt-5">
            <LockSeriesSlot account={account.address} />
          </div>
        </Panel>
      )}
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        {account.delegate && (
          <Panel title="Delegates to">
            <div className="space-y-6">
              <DelegateCard delegate={account.delegate} />
              {record && <DelegateRecord row={record} />}
            </div>
          </Panel>
        )}
        <div className="space-y-10">
          <LedgerSummary address={account.address} ledger={ledger} />
          <DelegatingYield ledger={ledger} roundLength={account.round.lengthBlocks} />
        </div>
        <Panel title="Wallet">
          <WalletFigures account={account} />
        </Panel>
      </div>
      <div className="text-small text-ink-quiet">
        <AsOfLine asOf={asOf} />
      </div>
    </div>
  )
}

/** All locks in one line: what waits and what can be withdrawn. */
function LockSummary({ account }: { account: DelegatingView }) {
  const { waitingWei, readyWei } = lockSums(account)
  return (
    <p className="text-small text-ink-quiet">
      {waitingWei > 0n && (
        <>
          <Amount wei={waitingWei} unit="LPT" /> waiting
        </>
      )}
      {waitingWei > 0n && readyWei > 0n && ', '}
      {readyWei > 0n && (
        <>
          <Amount wei={readyWei} unit="LPT" /> ready to withdraw
        </>
      )}
    </p>
  )
}
