'use client'

import { IntentLink } from '@/components/ui/intent-link'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useVotesWaiting } from '@/hooks/use-votes-waiting'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { NextActionControl } from './next-action-control'
import { summarisePosition } from './position-summary'
import { stripFigures } from './strip-figures'

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
  const votes = useVotesWaiting(address)
  if (!address || !figures) return null
  return (
    <aside aria-label="Your position" className="border-b bg-panel" data-print="hide">
      <div className="mx-auto grid h-17 max-w-content grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-4 px-4 text-small sm:flex sm:h-11 sm:gap-x-6 sm:px-6">
        <StripContent address={address} figures={figures} votes={votes} />
      </div>
    </aside>
  )
}

function StripContent({
  address,
  figures,
  votes,
}: {
  address: string
  votes: ReturnType<typeof useVotesWaiting>
  figures: NonNullable<ReturnType<typeof useAccountPosition>>
}) {
  if (figures.state === 'loading') return <p className="col-span-2 text-ink-quiet">Reading your position…</p>
  if (figures.state === 'failed') {
    return (
      <p className="col-span-2 line-clamp-2 text-ink-quiet">
        Your position: {figures.reason} {figures.next}
      </p>
    )
  }
  const { view, note } = figures
  const summary = summarisePosition(view, votes)
  return (
    <>
      <p className="truncate sm:shrink-0">
        <span className="text-ink-quiet">Stake </span>
        <IntentLink
          href={`/accounts/${address.toLowerCase()}/delegating`}
          className="font-medium underline-offset-4 hover:underline"
          title={`${exactAmount(view.pendingStakeWei)} LPT`}
        >
          {fixedAmount(view.pendingStakeWei, 2)} LPT
        </IntentLink>
        {view.delegate && (
          <>
            <span className="text-ink-quiet"> with </span>
            <IntentLink
              href={`/accounts/${view.delegate.address.toLowerCase()}/orchestrating`}
              className={`underline-offset-4 hover:underline ${view.delegate.name ? '' : 'font-mono'}`}
              title={view.delegate.address}
            >
              {view.delegate.name ?? shortenAddress(view.delegate.address)}
            </IntentLink>
          </>
        )}
      </p>
      <p
        className="order-last col-span-2 truncate sm:order-none"
        title={`${summary.headline}. ${summary.reason}`}
      >
        <span className={`font-medium ${tones[summary.earning]}`}>{summary.headline}</span>
        <span className="text-ink-quiet"> {summary.reason}</span>
      </p>
      {stripFigures(view).map(({ label, value, title }) => (
        <p key={label} className="hidden shrink-0 whitespace-nowrap xl:block" title={title}>
          <span className="text-ink-quiet">{label} </span>
          {value}
        </p>
      ))}
      {note && (
        <p className="hidden truncate text-ink-quiet sm:block" title={note.reason}>
          Not up to date
        </p>
      )}
      {summary.next && (
        <NextActionControl
          action={summary.next}
          orchestratorName={view.delegate?.name ?? null}
          className="ml-auto font-medium whitespace-nowrap text-accent-text underline underline-offset-4"
        />
      )}
    </>
  )
}
