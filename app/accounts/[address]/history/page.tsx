import type { Metadata } from 'next'
import { accountAddress } from '@/app/accounts/[address]/account-address'
import { accountMetadata } from '@/app/accounts/[address]/account-metadata'
import { AccountHead } from '@/components/account/account-head'
import { HistoryControls } from '@/components/account/history-controls'
import {
  type HistoryState,
  historyHref,
  historyQuery,
  historyRowsPerPage,
  parseHistory,
} from '@/components/account/history-query'
import { FiguresSkeleton } from '@/components/account/skeletons'
import { EventList } from '@/components/network/event-list'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { type HistoryView, loadAccountHistory } from '@/lib/data/account-history'
import { loadPublicConfig } from '@/lib/network/load-public-config'

type Props = {
  params: Promise<{ address: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await accountAddress(params, 'history')
  return accountMetadata(address, 'history')
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const address = await accountAddress(params, 'history')
  const state = parseHistory(await searchParams)
  const [view, config] = await Promise.all([
    loadAccountHistory(address, historyQuery(state, historyRowsPerPage)),
    loadPublicConfig(),
  ])
  const path = `/accounts/${address}/history`
  return (
    <>
      <AccountHead address={address} name={null} tab="history" explorerUrl={config.explorerUrl} />
      <div className="space-y-8">
        <HistoryControls path={path} state={state} />
        <LoadedView view={view} what="This history" skeleton={<FiguresSkeleton labels={['Events']} />}>
          {(value) => <History view={value} path={path} state={state} explorerUrl={config.explorerUrl} />}
        </LoadedView>
      </div>
    </>
  )
}

function History({
  view,
  path,
  state,
  explorerUrl,
}: {
  view: HistoryView
  path: string
  state: HistoryState
  explorerUrl: string | null
}) {
  if (view.rows === null) {
    return (
      <p className="border-y py-8 text-ink-quiet">
        Past events come from the index alone, and it did not answer. Balances and stake are not affected.
      </p>
    )
  }
  if (view.rows.length === 0) {
    const filtered = state.group !== null || state.from !== null || state.to !== null
    return (
      <p className="border-y py-12 text-ink-quiet">
        {state.after
          ? 'There is nothing older.'
          : filtered
            ? 'No event of this kind in this time. '
            : 'The index has no event of this account.'}
        {filtered && !state.after && (
          <IntentLink href={path} className="underline underline-offset-4">
            Show everything
          </IntentLink>
        )}
      </p>
    )
  }
  return (
    <>
      <EventList rows={view.rows} explorerUrl={explorerUrl} names={null} />
      <p className="flex flex-wrap items-center gap-4 pt-6" data-print="hide">
        {state.after && (
          <IntentLink
            href={historyHref(path, { ...state, after: null })}
            className={buttonClasses({ size: 'sm' })}
          >
            Newest
          </IntentLink>
        )}
        {view.next && (
          <IntentLink
            href={historyHref(path, { ...state, after: view.next })}
            className={buttonClasses({ size: 'sm' })}
          >
            Older
          </IntentLink>
        )}
        <a
          href={historyHref(`${path}/csv`, { ...state, after: null })}
          download
          className="text-small text-accent-text underline underline-offset-4"
        >
          All of it as CSV
        </a>
      </p>
      <p className="pt-4 text-small text-ink-quiet">
        Slashing, evictions and the start of a gateway’s unlock are not in the index.
      </p>
    </>
  )
}
