'use client'

import type { ReactNode } from 'react'
import { holdings } from '@/components/account/portfolio-totals'
import { PositionState } from '@/components/account/position-state'
import { lastReward, nextLock, votesFigure } from '@/components/overview/my-position-model'
import { WrongNetwork } from '@/components/overview/wrong-network'
import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { BigFigure } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import { Unknown } from '@/components/ui/unknown'
import type { VotesWaiting } from '@/components/wallet/next-action'
import { NextActionControl } from '@/components/wallet/next-action-control'
import { summarisePosition } from '@/components/wallet/position-summary'
import type { AccountFigures } from '@/hooks/account-store'
import { useAccountPosition } from '@/hooks/use-account-position'
import { useVotesWaiting } from '@/hooks/use-votes-waiting'
import { useWallet } from '@/hooks/use-wallet'
import { useWatched } from '@/hooks/use-watched'
import { shortenAddress } from '@/lib/format/address'

const link = 'underline decoration-line-control underline-offset-4 hover:decoration-ink'

/** The visitor's own position, or that of the first address they watch (1.3). */
export function MyPosition() {
  const { address, status } = useWallet()
  const accounts = holdings(address, useWatched())
  const account = accounts[0]
  const figures = useAccountPosition(account?.address ?? null)
  const votes = useVotesWaiting(account?.mine ? account.address : null)
  if (!account || !figures) return null
  return (
    <section aria-label="My position" className="rounded-lg border bg-panel p-4 sm:px-6 sm:py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-figure">My position</h2>
        <IntentLink
          href={`/accounts/${account.address}/delegating`}
          title={account.address}
          className={`font-mono text-small ${link}`}
        >
          {shortenAddress(account.address)}
        </IntentLink>
        {!account.mine && <Badge>Watched</Badge>}
        {accounts.length > 1 && (
          <IntentLink href="/portfolio" className={`ml-auto text-small ${link}`}>
            All {accounts.length} accounts
          </IntentLink>
        )}
      </div>
      {status === 'wrong-chain' && <WrongNetwork />}
      <Position mine={account.mine} figures={figures} votes={votes} />
    </section>
  )
}

function Position({
  mine,
  figures,
  votes,
}: {
  mine: boolean
  figures: AccountFigures
  votes: VotesWaiting | null
}) {
  if (figures.state === 'loading') return <p className="pt-3 text-ink-quiet">Reading the position…</p>
  if (figures.state === 'failed')
    return (
      <p className="pt-3 text-ink-quiet">
        {figures.reason} {figures.next}
      </p>
    )
  const { view, timestamp, note } = figures
  const { next } = summarisePosition(view, votes)
  const reward = lastReward(view)
  const lock = nextLock(view, timestamp)
  const waiting = votesFigure(votes)
  return (
    <>
      <div className="flex flex-col gap-x-8 gap-y-3 pt-2 pb-4 sm:flex-row sm:items-center sm:justify-between">
        <PositionState account={view} />
        {next && mine && (
          <div className="flex shrink-0 items-center gap-4">
            <p className="max-w-64 text-right text-small text-ink-quiet max-lg:hidden">{next.reason}</p>
            <NextActionControl
              action={next}
              orchestratorName={view.delegate?.name ?? null}
              className={buttonClasses({ variant: 'primary', className: 'max-sm:w-full' })}
            />
          </div>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 xl:grid-cols-6">
        <BigFigure
          label="Stake"
          value={<Amount wei={view.pendingStakeWei} unit="LPT" />}
          note={<Delegate view={view} />}
        />
        <BigFigure
          label="Pending rewards"
          value={<Amount wei={view.pendingRewardsWei} unit="LPT" />}
          note="part of the stake"
        />
        <BigFigure
          label="Pending fees"
          value={<Amount wei={view.pendingFeesWei} unit="ETH" places={4} />}
          note="to withdraw"
        />
        <BigFigure
          label="Last reward"
          value={reward ? reward.value : <Unknown reason="No orchestrator calls reward for it" />}
          note={reward?.note ?? 'not delegating'}
        />
        <BigFigure label="Next unlock" value={lock.value} note={lock.note} />
        <BigFigure
          label="Votes waiting"
          value={
            waiting ? (
              waiting.value
            ) : (
              <Unknown reason={mine ? 'Not known yet' : 'Only counted for your own wallet'} />
            )
          }
          note={
            waiting ? (
              <IntentLink href={waiting.href} className={link}>
                {waiting.note}
              </IntentLink>
            ) : mine ? (
              'being read'
            ) : (
              'of a watched account'
            )
          }
        />
      </dl>
      {note && (
        <p className="pt-3 text-small text-wait">
          Kept from before. {note.reason} {note.next}
        </p>
      )}
    </>
  )
}

function Delegate({ view }: { view: Extract<AccountFigures, { state: 'known' }>['view'] }): ReactNode {
  const { delegate } = view
  if (!delegate) return 'with nobody'
  return (
    <>
      with{' '}
      <IntentLink
        href={`/accounts/${delegate.address.toLowerCase()}/orchestrating`}
        title={delegate.address}
        className={`${link} ${delegate.name ? 'inline-block max-w-[calc(100%-2.5rem)] truncate align-bottom' : 'font-mono'}`}
      >
        {delegate.name ?? shortenAddress(delegate.address)}
      </IntentLink>
    </>
  )
}
