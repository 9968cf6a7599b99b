'use client'

import Link from 'next/link'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { summarisePosition } from './position-summary'

const tones = {
  earning: 'text-accent-text',
  waiting: 'text-wait',
  'not-earning': 'text-loss',
  none: 'text-ink-quiet',
}

/** Stake, with whom, earning or not and why, next action; nothing until an account is known. */
export function PositionStrip() {
  const { address } = useWallet()
  const figures = useAccountPosition(address)
  if (!address || !figures) return null
  return (
    <aside aria-label="Your position" className="border-b bg-panel" data-print="hide">
      <div className="mx-auto flex min-h-11 max-w-content flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 text-small sm:px-6">
        <StripContent address={address} figures={figures} />
      </div>
    </aside>
  )
}

function StripContent({
  address,
  figures,
}: {
  address: string
  figures: NonNullable<ReturnType<typeof useAccountPosition>>
}) {
  if (figures.state === 'loading') return <p className="text-ink-quiet">Reading your position…</p>
  if (figures.state === 'failed') {
    return (
      <p className="text-ink-quiet">
        Your position: {figures.reason} {figures.next}
      </p>
    )
  }
  const { view, note } = figures
  const summary = summarisePosition(view)
  return (
    <>
      <p>
        <span className="text-ink-quiet">Stake </span>
        <Link
          href={`/accounts/${address.toLowerCase()}/delegating`}
          className="font-medium underline-offset-4 hover:underline"
          title={`${exactAmount(view.pendingStakeWei)} LPT`}
        >
          {fixedAmount(view.pendingStakeWei, 2)} LPT
        </Link>
        {view.delegate && (
          <>
            <span className="text-ink-quiet"> with </span>
            <Link
              href={`/accounts/${view.delegate.address.toLowerCase()}/orchestrating`}
              className={`underline-offset-4 hover:underline ${view.delegate.name ? '' : 'font-mono'}`}
              title={view.delegate.address}
            >
              {view.delegate.name ?? shortenAddress(view.delegate.address)}
            </Link>
          </>
        )}
      </p>
      <p>
        <span className={`font-medium ${tones[summary.earning]}`}>{summary.headline}</span>
        <span className="text-ink-quiet"> {summary.reason}</span>
      </p>
      {note && <p className="text-ink-quiet">Not up to date: {note.reason}</p>}
      {summary.next && (
        <Link
          href={summary.next.href}
          className="ml-auto font-medium text-accent-text underline underline-offset-4"
        >
          {summary.next.label}
        </Link>
      )}
    </>
  )
}
